#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# make install: everything has its place, and the installed program finds its texts.
set -u
. tests/shell/tap.sh
root=$MANSAP_TEST_DIR/root
unset MAKEFLAGS MFLAGS MAKELEVEL

runs 'make install takes DESTDIR and PREFIX' make -s install BUILD="$BUILD" DESTDIR="$root" PREFIX=/usr
is 'nothing lies outside the prefix' "$(ls "$root")" usr
is 'the program can be run by everybody' "$(stat -c %a "$root/usr/bin/mansap")" 755
is 'files can be read by everybody' "$(find "$root/usr/share" -type f ! -perm 644)" ''
for lang in kk ru en; do
    runs "the $lang texts" test -s "$root/usr/share/locale/$lang/LC_MESSAGES/mansap.mo"
done
for page in tui/help/operator.kk.md tui/help/operator.ru.md config.example.ini README.md LICENSE; do
    runs "$page" cmp "$page" "$root/usr/share/doc/mansap/$(basename "$page")"
done
runs 'the schema with its upgrades and dictionaries is whole' diff -r common/schema "$root/usr/share/mansap/schema"

installed() { (cd / && env -i HOME=/nonexistent PATH=/usr/bin:/bin "$root/usr/bin/mansap" "$@"); }
has 'it speaks Kazakh if nothing else is said' "$(installed --help)" 'мансап орталығының'
has 'and Russian' "$(installed --lang ru --help)" 'центр'
is 'it tells its version' "$(installed --version)" "$("$PROGRAM" --version)"
is 'it knows the form' "$(installed forms --lang kk | cksum)" "$("$PROGRAM" forms --lang kk | cksum)"
printf '[database]\nconninfo = "%s"\n' "$MANSAP_TEST_DSN" >"$MANSAP_TEST_DIR/installed.ini"
is 'and finds nothing wrong' "$(installed --config "$MANSAP_TEST_DIR/installed.ini" check | grep -c '^FAIL')" 0
rm -rf "$root"
done_testing
