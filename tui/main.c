/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line. Each command is a row of the table at the end; without a command the screens
 * open. */
#include <getopt.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/formlist.h"
#include "common/selfcheck.h"
#include "common/session.h"
#include "common/show.h"
#include "common/util.h"
#include "tui/app.h"

enum { EXIT_USAGE = 2 };

struct arguments {
    const char *config, *lang, *purpose;
    bool help, version;
    const char *const *operand; /* behind the command */
    int operands;
};

struct command {
    const char *name;     /* "" is the program itself */
    const char *operands; /* as --help shows them */
    const char *about;    /* msgid */
    int noperands;
    bool purpose; /* takes --purpose, and needs it */
    int (*run)(struct config *c, const struct arguments *a);
};

static const struct command commands[];

static int complain(const struct error *err)
{
    char *text = error_text(err);
    fprintf(stderr, "mansap: %s\n", text);
    free(text);
    return EXIT_FAILURE;
}

/* Output that did not reach its reader is a failure. */
static int finish(int code)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return code;
    perror("mansap");
    return EXIT_FAILURE;
}

static int run_app(struct config *c, const struct arguments *a)
{
    (void)a;
    return app_main(c);
}

static void print_line(void *ctx, const char *line)
{
    fprintf(ctx, "%s\n", line);
}

static int run_check(struct config *c, const struct arguments *a)
{
    (void)a;
    return selfcheck_run(c, print_line, stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static int run_forms(struct config *c, const struct arguments *a)
{
    (void)c;
    (void)a;
    size_t newest = 0;
    while (editions[newest + 1])
        newest++;
    char *text = formlist_text(editions[newest]);
    fputs(text, stdout);
    free(text);
    return EXIT_SUCCESS;
}

static int run_show(struct config *c, const struct arguments *a)
{
    struct error err = {0};
    char *json = show_card(c, a->operand[0], a->purpose, &err);
    if (!json)
        return complain(&err);
    puts(json);
    free(json);
    return EXIT_SUCCESS;
}

static int print_help(void)
{
    printf(_("mansap keeps the individual employment card (ЖҚЖК) of a career centre.\n\nUsage:\n"));
    for (const struct command *k = commands; k->name; k++) {
        char *left = xasprintf("mansap %s%s%s%s", k->name, *k->name && *k->operands ? " " : "",
                               k->operands, k->purpose ? " --purpose TEXT" : "");
        printf("  %-36s %s\n", left, _(k->about));
        free(left);
    }
    printf("\n%s\n", _("Options:"));
    static const struct {
        const char *name, *about;
    } options[] = {
        {"--config FILE", N_("read this configuration and no other")},
        {"--lang kk|ru|en", N_("the language, instead of the configuration's")},
        {"--purpose TEXT", N_("why the card is opened; it is written to the log")},
        {"--help", N_("this text")},
        {"--version", N_("the version")},
    };
    for (size_t i = 0; i < COUNT(options); i++)
        printf("  %-36s %s\n", options[i].name, _(options[i].about));
    return finish(EXIT_SUCCESS);
}

static int usage(const char *problem, const char *word)
{
    fprintf(stderr, "mansap: %s%s%s\n%s\n", problem, *word ? ": " : "", word,
            _("mansap --help tells more."));
    return EXIT_USAGE;
}

/* Returns 0, or the exit code after saying what is wrong. */
static int read_arguments(int argc, char **argv, struct arguments *a, const char **command)
{
    static const struct option options[] = {
        {"config", required_argument, NULL, 'c'},  {"lang", required_argument, NULL, 'l'},
        {"purpose", required_argument, NULL, 'p'}, {"help", no_argument, NULL, 'h'},
        {"version", no_argument, NULL, 'v'},       {NULL, 0, NULL, 0},
    };
    opterr = 0;
    for (int o; (o = getopt_long(argc, argv, ":hc:", options, NULL)) != -1;) {
        const char **text = o == 'c'   ? &a->config
                            : o == 'l' ? &a->lang
                            : o == 'p' ? &a->purpose
                                       : NULL;
        if (text)
            *text = optarg;
        else if (o == 'h')
            a->help = true;
        else if (o == 'v')
            a->version = true;
        else
            return usage(o == ':' ? _("the option needs a value") : _("unknown option"),
                         argv[optind - 1]);
    }
    *command = optind < argc ? argv[optind++] : "";
    a->operand = (const char *const *)argv + optind;
    a->operands = argc - optind;
    return 0;
}

static const struct command *find_command(const char *name)
{
    for (const struct command *k = commands; k->name; k++) {
        if (strcmp(k->name, name) == 0)
            return k;
    }
    return NULL;
}

static int run(const struct command *k, const struct arguments *a)
{
    struct config c;
    struct error err = {0};
    if (!config_load(&c, a->config, &err))
        return complain(&err);
    c.lang_given = a->lang && i18n_parse(a->lang, &c.lang);
    i18n_set(c.lang);
    int code = k->run(&c, a);
    config_done(&c);
    return finish(code);
}

int main(int argc, char **argv)
{
    struct arguments a = {0};
    const char *name = "";
    i18n_init();
    int bad = read_arguments(argc, argv, &a, &name);
    if (bad)
        return bad;
    enum lang lang = LANG_KK;
    if (a.lang && !i18n_parse(a.lang, &lang))
        return usage(_("there is no such language; there are kk, ru, en"), a.lang);
    i18n_set(lang);
    if (a.help)
        return print_help();
    if (a.version) {
        printf("mansap %s\n", MANSAP_VERSION);
        return finish(EXIT_SUCCESS);
    }
    const struct command *k = find_command(name);
    if (!k)
        return usage(_("there is no such command"), name);
    if (a.operands != k->noperands)
        return usage(a.operands > k->noperands ? _("too many arguments")
                                               : _("an argument is missing"),
                     k->operands);
    if (k->purpose != (a.purpose != NULL))
        return usage(k->purpose ? _("--purpose is missing") : _("--purpose does not belong here"),
                     "");
    return run(k, &a);
}

static const struct command commands[] = {
    {"", "", N_("open the screens"), 0, false, run_app},
    {"check", "", N_("check configuration, connection, schema and form; one line a check"), 0,
     false, run_check},
    {"forms", "",
     N_("print the form's fields, tab-separated: section, table, column, type, required, printed, "
        "caption"),
     0, false, run_forms},
    {"show", "IIN", N_("print a whole card as JSON"), 1, true, run_show},
    {NULL, NULL, NULL, 0, false, NULL},
};
