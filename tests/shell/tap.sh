# SPDX-License-Identifier: GPL-3.0-or-later
# TAP for shell scripts; read by tests/*.sh: is TITLE HAVE WANT, has TITLE TEXT PART, runs TITLE COMMAND..., done_testing.
# shellcheck shell=sh
count=0

result() { # TITLE STATUS
    count=$((count + 1))
    if [ "$2" = 0 ]; then echo "ok $count - $1"; else echo "not ok $count - $1"; fi
}

is() {
    [ "$2" = "$3" ] && result "$1" 0 && return
    result "$1" 1
    printf 'have: %s\nwant: %s\n' "$2" "$3" | sed 's/^/# /'
}

has() {
    case $2 in
    *"$3"*) result "$1" 0 ;;
    *)
        result "$1" 1
        printf 'have: %s\nwith: %s\n' "$2" "$3" | sed 's/^/# /'
        ;;
    esac
}

runs() {
    title=$1 status=0
    shift
    "$@" >"$MANSAP_TEST_DIR/output" 2>&1 || status=$?
    result "$title" "$status"
    [ "$status" = 0 ] || sed 's/^/# /' "$MANSAP_TEST_DIR/output"
}

done_testing() { echo "1..$count"; }
