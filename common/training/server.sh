#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The private training server.  server.sh start | stop | reset | config LOGIN (prints the path of a config file)
set -eu

top=$(cd "$(dirname "$0")/../.." && pwd -P)
. "$top/common/training/cluster.sh"
home=$top/.training
pgpass=$home/pgpass
hash=$(printf %s "$top" | sha256sum | cut -c1-12)

case $top in
*[\"\;\\]*) fail "The path $top holds a character that config files cannot hold: move the directory." ;;
esac

locate() { # data, owner, socket
    data=$home/data
    owner=postgres
    if [ "$(id -u)" = 0 ] && [ ! -d "$data" ] && ! as_owner test -x "$home"; then
        data=/var/lib/mansap-training/$hash
        (umask 022 && mkdir -p "${data%/*}")
    fi
    cluster_owner
    if [ "$owner" = postgres ]; then socket=/run/mansap-$hash; else socket=/tmp/mansap-$hash; fi
    cluster_bin
}

config_file() { # LOGIN FILE
    (umask 077 && printf '[database]\nconninfo = "%s"\n' "$(dsn "$1")" >"$2.new" && mv "$2.new" "$2")
}

checksum() { { schema_files | xargs -d '\n' cat; } | sha256sum | cut -d' ' -f1; }

create() {
    echo "Setting up the training server ..." >&2
    rm -f "$home/installed"
    cluster_stop
    rm -rf "${data:?}"
    cluster_init
    cluster_start
    training_install
    dsn operator >"$home/dsn"
    rm -rf "$home/as"
    config_file operator "$home/mansap.ini"
    checksum >"$home/installed"
    echo "The training server is ready: psql \"\$(cat .training/dsn)\"" >&2
}

start() {
    if [ ! -f "$home/installed" ] || [ ! -f "$data/PG_VERSION" ]; then
        create
    elif [ "$(checksum)" != "$(cat "$home/installed")" ]; then
        echo "Schema or training people have changed: the training database is made anew." >&2
        create
    elif ! cluster_running; then
        cluster_start
    fi
}

config() { # LOGIN
    [ -f "$home/installed" ] || fail "There is no training server yet: make training"
    if [ "$1" = operator ]; then
        echo "$home/mansap.ini"
        return
    fi
    logins=$(cut -d: -f4 "$pgpass" | grep -vx "$superuser" | tr '\n' ' ')
    case " $logins" in
    *" $1 "*) ;;
    *) fail "No such person: $1. There are: $logins" ;;
    esac
    mkdir -p "$home/as"
    config_file "$1" "$home/as/$1.ini"
    echo "$home/as/$1.ini"
}

mkdir -p "$home"
log=$home/setup.log
exec 9>"$home/lock"
flock 9
locate
case ${1-} in
start) start ;;
stop) cluster_stop ;;
reset) create ;;
config) config "${2:?a login}" ;;
*) fail "server.sh start | stop | reset | config LOGIN" ;;
esac
