/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The least that a terminal program with a database can be: connects, asks one thing, shows a form
   of ncurses, echoes what is typed. What mansap is measured against.
     bare CONNINFO        Tab: the next field, F3: leave. CONNINFO "": without a database */
#include <curses.h>
#include <libpq-fe.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

enum { FIELDS = 16, WIDTH = 40, LEFT = 30, TOP = 4 };

static wchar_t text[FIELDS][WIDTH + 1];

/* What the server answers; "" without a server. */
static const char *ask(PGconn *conn)
{
    PGresult *r = PQexec(conn, "select 'connected as ' || session_user");
    if (PQresultStatus(r) != PGRES_TUPLES_OK) {
        fprintf(stderr, "bare: %s", PQerrorMessage(conn));
        exit(EXIT_FAILURE);
    }
    return PQgetvalue(r, 0, 0); /* lives as long as the program */
}

static void draw(const char *answer)
{
    mvaddstr(0, 0, "bare: a form");
    mvaddstr(1, 0, answer);
    for (int i = 0; i < FIELDS; i++) {
        mvprintw(TOP + i, 2, "Field %d of the form", i + 1);
        mvhline(TOP + i, LEFT, '_', WIDTH);
    }
    mvaddstr(LINES - 1, 0, "Tab next field   F3 leave");
    move(TOP, LEFT);
}

static void key(int *field, size_t *at, int kind, wint_t c)
{
    if (kind == OK && c == '\t') {
        *field = (*field + 1) % FIELDS;
        *at = wcslen(text[*field]);
    } else if ((kind == KEY_CODE_YES && c == KEY_BACKSPACE) || (kind == OK && c == 0x7f)) {
        if (*at == 0)
            return;
        text[*field][--*at] = 0;
        mvaddch(TOP + *field, LEFT + (int)*at, '_');
    } else if (kind == OK && c >= ' ' && *at < WIDTH) {
        text[*field][(*at)++] = (wchar_t)c;
        text[*field][*at] = 0;
        mvaddnwstr(TOP + *field, LEFT, text[*field], (int)*at);
    }
    move(TOP + *field, LEFT + (int)*at);
}

int main(int argc, char **argv)
{
    setlocale(LC_CTYPE, "");
    const char *answer = "";
    PGconn *conn = NULL;
    if (argc > 1 && *argv[1]) {
        conn = PQconnectdb(argv[1]);
        answer = ask(conn);
    }
    if (!newterm(NULL, stdout, stdin))
        return EXIT_FAILURE;
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    draw(answer);
    refresh();
    int field = 0;
    size_t at = 0;
    wint_t c;
    for (int kind; (kind = get_wch(&c)) != ERR;) {
        if (kind == KEY_CODE_YES && c == KEY_F(3))
            break;
        key(&field, &at, kind, c);
        refresh();
    }
    endwin();
    PQfinish(conn);
    return EXIT_SUCCESS;
}
