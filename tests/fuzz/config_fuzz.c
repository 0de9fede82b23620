/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as config.ini: read or refused with a place and a remedy. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "common/config.h"
#include "common/conninfo.h"
#include "common/utf8.h"
#include "tests/fuzz/fuzz.h"

const char *const fuzz_seeds[] = {
    "[database]\nconninfo = \"host=/run dbname=mansap user='a b'\"\n[terminal]\nid = t1\n",
    "[screen]\nlanguage = ru\nescape_delay = 25\nbeep = no\n[session]\nlock_minutes = 15\n",
    "# c\n[screen]\ncolour = red\n",
    "[screen]\nlanguage = kk\nlanguage = ru\n",
    "[database]\nconninfo = postgresql://u:secret@h/db?sslmode=require\n",
    "[a\n=\n\\\n;",
    NULL};

void fuzz_start(void)
{
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("config", MFD_CLOEXEC);
    struct config c;
    struct error err = {.what = ""};
    MUST(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    char *path = xasprintf("/proc/self/fd/%d", fd);
    if (config_load(&c, path, &err)) {
        MUST(c.path && c.terminal && c.conninfo);
        MUST(c.lock_minutes >= 0 && c.escape_delay_ms >= 0);
        char *problem = conninfo_problem(c.conninfo);
        MUST(!problem);
        free(problem);
    } else {
        MUST(err.what[0]);
        MUST(err.where[0]);
    }
    config_done(&c);
    free(path);
    close(fd);
    return 0;
}
