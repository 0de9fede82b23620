/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card as data: what a section, a field, a choice and an edition are. No functions, no SQL, no
 * curses. */
#ifndef FORMS_FORM_H
#define FORMS_FORM_H

#include <stdbool.h>
#include <stddef.h>

/* Marks for xgettext; at run time the text itself. The context of a caption is its section's name.
 */
#define NC_(context, text) text
#define N_(text) text

/* How a value is written, checked and shown (common/value.h). The record holds it as libpq's text.
 */
enum field_type {
    FIELD_TEXT,    /* one line */
    FIELD_LONG,    /* several lines, zoom editor */
    FIELD_DATE,    /* YYYY-MM-DD */
    FIELD_PARTIAL, /* YYYY, YYYY-MM or YYYY-MM-DD: a date of year or month precision */
    FIELD_MONEY,   /* numeric(14,2), tenge */
    FIELD_INT,     /* a whole number, not negative */
    FIELD_DECIMAL, /* numeric(6,1): square metres */
    FIELD_ENUM,    /* a code of field.choices */
    FIELD_DICT,    /* a code of the dictionary field.dict */
    FIELD_BOOL,    /* t or f */
    FIELD_IIN,     /* 12 digits, check digit (Z-13) */
    FIELD_BIN,     /* 12 digits, BIN or IIN of an employer (Z-14) */
    FIELD_PHONE,   /* +7 and ten digits, or + and 8 to 15 digits */
    FIELD_EMAIL,
};

enum field_flags {
    FIELD_REQUIRED = 1 << 0,  /* must be filled where it applies */
    FIELD_UNPRINTED = 1 << 1, /* on the screen only: known from the explanation, or Z-4 */
    FIELD_CURRENT = 1 << 2,   /* current data: may be brought up to date at any time (Z-2b) */
    FIELD_RECORDED = 1 << 3,  /* changes by a recorded change (Z-2c) */
    FIELD_AUTO = 1 << 4,      /* filled by the database, never typed; not a column one may write */
    FIELD_FROM_IIN = 1 << 5, /* birth date or sex, derived from the IIN of the same record (Z-13) */
    FIELD_PAST = 1 << 6,     /* a date not after today */
    FIELD_ONCE = 1 << 7,     /* typed only while the row is new */
    FIELD_NAME =
        1 << 8, /* part of a person's name: letters, hyphen, apostrophe, space; no initials */
};

struct choice {
    const char *code;    /* what the database stores */
    const char *caption; /* Kazakh, verbatim where a text names it; msgctxt = the list's name */
};

struct choices {
    const char *name;
    const struct choice *list; /* ends with code NULL */
};

/* One condition, no language: "field has one of these values". field NULL: always. */
struct condition {
    const char *field; /* a field above it in the same section */
    const char *value; /* NULL: any value; "": no value; else codes parted by '|' */
};

struct field {
    const char *name; /* the column, too */
    const char *caption;
    const char *heading; /* a line the form prints above this field, verbatim (NC_ too), or NULL */
    const char *help;    /* English msgid, own words, ends with the source: order and paragraph */
    const char *unit;    /* msgid behind the value, or NULL */
    const struct choices *choices;
    const char *dict;
    const char *parent;        /* a FIELD_DICT above: only words whose parent is its value */
    const char *group;         /* fields of one group: all or none (F-14) */
    const char *not_before;    /* a date field above that must not be later: impossible else */
    const char *at_most;       /* a number field above that should not be smaller: a note else */
    struct condition when;     /* applies only then; dimmed and empty otherwise */
    struct condition required; /* must be filled then, besides FIELD_REQUIRED */
    enum field_type type;
    unsigned flags;
    int max; /* characters of a text, or largest number; 0: the type's own limit */
};

enum section_kind {
    SECTION_HEADING, /* a caption over others: 10, 16, 16.2 */
    SECTION_SINGLE,  /* one row a card; sections of the same table share a page */
    SECTION_LIST,    /* a grid whose rows open as forms */
    SECTION_TABLE,   /* a grid edited in place: 18, 20 */
};

struct section {
    const char *name; /* file, msgctxt, test name */
    const char *caption;
    const char *short_caption; /* own words, msgctxt "short": where the order's own do not fit; 9
                                  cells at most, 12 if there are no rows to be counted */
    const char *help;
    const char *table;    /* NULL for a heading */
    const char *order_by; /* column of a list's order */
    const char *due;      /* column of a table: the day by which the row is expected */
    const char *settled;  /* columns parted by '|': the row is open while all of them are empty */
    const struct field *fields; /* ends with name NULL */
    enum section_kind kind;
    bool for_unemployed; /* open only with a registered row in unemployed_reg (F-10) */
};

/* An edition of the form: the only place that knows the order and the numbers. */
struct entry {
    const char *number; /* the order's own: "1", "10.2", "16.2a"; "+" is the signature block, "*"
                           what the order's form lacks altogether */
    const struct section *section;
};

struct edition {
    const char *id;         /* stored with the card */
    const char *valid_from; /* YYYY-MM-DD */
    const char *act;        /* the order and its amendment */
    const char *title;
    /* Head of the form: blank until the official text is at hand (F-0, Z-1). */
    const char *index, *frequency, *period, *addressee, *deadline;
    const struct entry *entries; /* ends with number NULL */
};

/* Editions, oldest first, ended by NULL. */
extern const struct edition *const editions[];

#endif
