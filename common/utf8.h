/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8: everything inside the program is UTF-8; only the terminal layer knows another encoding. */
#ifndef COMMON_UTF8_H
#define COMMON_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one character at s, which ends with NUL. Returns its bytes (1..4) and sets *c; 0 at the
   end; for bytes that are no UTF-8 it returns 1 and U+FFFD. */
size_t utf8_next(const char *s, uint32_t *c);
/* Writes c into out (at least 5 bytes, NUL-ended); returns the bytes without NUL. */
size_t utf8_put(char *out, uint32_t c);
bool utf8_valid(const char *s);
size_t utf8_length(const char *s); /* characters */
int utf8_width(const char *s);     /* cells; combining 0, wide 2 */
int utf8_char_width(uint32_t c);
/* Bytes of the longest beginning of s that fits width cells. */
size_t utf8_fit(const char *s, int width);
/* Lower case of Latin, Cyrillic and Kazakh letters. */
uint32_t utf8_lower(uint32_t c);
uint32_t utf8_upper(uint32_t c);
/* As the database's fold(): lower case, Kazakh to Russian letters, look-alikes, no hyphens and
 * signs. The caller's. */
char *utf8_fold(const char *s);
/* Takes half a character off the end of s, as a cut by bytes leaves it. */
void utf8_cut(char *s);
bool utf8_is_letter(uint32_t c);   /* Latin or Cyrillic */
bool utf8_is_cyrillic(uint32_t c); /* a letter */
/* Trims, makes NBSP and runs of blanks one space, drops control characters (keeps \n if multiline).
 * The caller's. */
char *utf8_clean(const char *s, bool multiline);
/* Breaks s into lines of at most width cells at spaces (and at \n); returns the lines' number (1
   for "") and calls each line (may be NULL). A word longer than a line is cut. */
int utf8_wrap(const char *s, int width, void (*line)(void *ctx, const char *s, size_t bytes),
              void *ctx);

#endif
