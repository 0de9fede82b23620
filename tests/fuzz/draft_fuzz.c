/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft from the disk: its content in any shape ("t"), any bytes as the file ("f"), a sealed one
   with bytes changed ("s", where, how, content). */
#include <string.h>

#include "common/draft_inner.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

#define KEY "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff"

const char *const fuzz_seeds[] = {
    "tdraft\t1\t\\N\ncard\t7\t\\N\nop\t\\N\t\\N\nrow\tcard\t7\nvalue\tlast_name\tА\\tБ\\\\\\n\n",
    "tdraft\t1\t\\N\nrow\tvisit\t\\N\nvalue\tplanned_on\t2026-11-20\nreason\tplanned_"
    "on\tx\nannul\tno\n",
    "tdraft\t1\t\\N\nrow\tvisit\t\\N\nsent\t\\N\t\\N\nsent\tplanned_on\t2026-11-20\nvalue\tplanned_"
    "on\t2026-11-23\n",
    "tdraft\t1\t\\N\nrecorded\twhy\tdoc\nrecorded_on\t2026-11-18\nrow\tnowhere\t1\nvalue\tx\ty\n",
    "fMSDRAFT\001",
    "s\004\001some text",
    NULL};

void fuzz_start(void)
{
}

/* What was put into a card and written again, put into another card, is the same text: the time
   apart. */
static void content(const char *text)
{
    struct card *first = card_new(), *second = card_new();
    struct draft_info info;
    if (draft_about(text, &info))
        MUST(draft_apply(text, first) >= 0);
    else
        MUST(draft_apply(text, first) == -1);
    char *written = draft_text(first);
    MUST(draft_apply(written, second) >= 0);
    char *again = draft_text(second);
    const char *row = strstr(written, "\nrow\t"), *row_again = strstr(again, "\nrow\t");
    MUST(str_same(row, row_again));
    free(again);
    free(written);
    struct draft_info *list = xcalloc(1, sizeof *list);
    *list = info;
    draft_list_free(list, 1);
    card_free(first);
    card_free(second);
}

static void file(const uint8_t *data, size_t size)
{
    char *text = NULL;
    MUST(draft_unseal("op", KEY, data, size, &text) != SEALED_OPEN);
    MUST(!text);
}

static void changed(size_t where, uint8_t how, const char *text)
{
    struct buf sealed = {0};
    char *back = NULL;
    MUST(draft_seal("op", KEY, text, &sealed));
    sealed.s[where % sealed.len] = (char)((uint8_t)sealed.s[where % sealed.len] ^ how);
    enum sealed state = draft_unseal("op", KEY, sealed.s, sealed.len, &back);
    MUST((state == SEALED_OPEN) == (how == 0));
    MUST(how || strcmp(back, text) == 0);
    free(back);
    buf_done(&sealed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 3)
        return 0;
    char *text = fuzz_string(data + 1, size - 1);
    if (data[0] == 't')
        content(text);
    else if (data[0] == 'f')
        file(data + 1, size - 1);
    else
        changed(data[1], data[2], text);
    free(text);
    return 0;
}
