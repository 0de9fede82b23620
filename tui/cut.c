/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tui/cut.h"

#include "common/utf8.h"
#include "common/util.h"
#include "tui/term.h"

char *cut_text(const char *text, int width)
{
    if (width < 1)
        return xstrdup("");
    if (utf8_width(text) <= width)
        return xstrdup(text);
    const char *mark = term_can_show("…") ? "…" : ".";
    size_t fit = utf8_fit(text, width - utf8_width(mark));
    while (fit > 0 && text[fit - 1] == ' ')
        fit--;
    return xasprintf("%.*s%s", (int)fit, text, mark);
}
