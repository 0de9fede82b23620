/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/fuzz.h"

#include <string.h>
#include <sys/stat.h>

#include "common/dict.h"
#include "common/i18n.h"

static struct value_world world;

char *fuzz_string(const uint8_t *data, size_t size)
{
    char *s = xcalloc(size + 1, 1);
    if (size)
        memcpy(s, data, size);
    return s;
}

static void make_world(void)
{
    static const struct dict_word words[] = {
        {"11", NULL, "Ақмола облысы", "Акмолинская область", NULL, NULL, NULL},
        {"11.1", "11", "Көкшетау қаласы", "город Кокшетау", NULL, NULL, NULL},
        {"old", NULL, "КСРО", "СССР", "USSR", NULL, "1991-12-26"},
        {"other", NULL, "басқа", "другое", "other", "2020-01-01", NULL},
    };
    struct dict_set *dicts = dict_set_new();
    for (const struct edition *const *e = editions; *e; e++)
        for (const struct entry *entry = (*e)->entries; entry->number; entry++)
            for (const struct field *f = entry->section->fields; f && f->name; f++) {
                size_t known = 0;
                if (f->dict)
                    dict_words(dicts, f->dict, &known);
                for (size_t i = 0; f->dict && !known && i < COUNT(words); i++)
                    dict_add(dicts, f->dict, &words[i]);
            }
    world = (struct value_world){.today = day_from(2026, 11, 18), .dicts = dicts};
}

const struct value_world *fuzz_world(void)
{
    return &world;
}

static void write_seeds(const char *directory)
{
    for (size_t i = 0; fuzz_seeds[i]; i++) {
        char *path = xasprintf("%s/seed-%zu", directory, i);
        FILE *f = fopen(path, "w");
        MUST(f && fputs(fuzz_seeds[i], f) >= 0 && fclose(f) == 0);
        free(path);
    }
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    i18n_init();
    make_world();
    fuzz_start();
    struct stat st; /* a file is an input to be tried again */
    if (*argc > 1 && stat((*argv)[1], &st) == 0 && S_ISDIR(st.st_mode))
        write_seeds((*argv)[1]);
    return 0;
}
