/* SPDX-License-Identifier: GPL-3.0-or-later */
/* IIN and BIN (Z-13, Z-14): the check digit and what the digits tell. s is any text. */
#ifndef COMMON_IIN_H
#define COMMON_IIN_H

#include <stdbool.h>

bool iin_valid(const char *s);               /* 12 digits and the check digit */
bool iin_birth(const char *s, char iso[11]); /* from digits 1-7; false if nothing is derived */
char iin_sex(const char *s);                 /* 'm', 'f' or 0 */
/* The neighbouring digits (first position, 0..10) whose swap makes it valid, or -1 if none or
   several. A swap of the first seven that leaves no birth date does not count while another one
   does. */
int iin_swap(const char *s);

#endif
