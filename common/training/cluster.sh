# SPDX-License-Identifier: GPL-3.0-or-later
# A private PostgreSQL cluster; read by server.sh and tests/with_server. Clusters of the package are never touched.
# Set before: data (directory), socket (directory), pgpass (file). Sockets only, scram-sha-256 only, never run as root.
# shellcheck shell=sh disable=SC2154

database=mansap_training
superuser=postgres
schema_files() { find "$top/common/schema" "$top/common/training" -type f ! -name '*.md' ! -name '*.sh' | LC_ALL=C sort; }

fail() {
    echo "$*" >&2
    exit 1
}

# The user whose cluster it is: of the data if there is any, else who calls; root hands over to postgres.
cluster_owner() {
    owner=$(id -un)
    [ ! -d "$data" ] || owner=$(stat -c %U "$data")
    [ "$owner" != root ] || owner=postgres
    [ "$(id -u)" = 0 ] || [ "$owner" = "$(id -un)" ] ||
        fail "$data belongs to $owner: work as $owner or as root, or remove it together with .training"
}

as_owner() { # in /, because the owner may not be let into the directory of the caller
    if [ "$(id -un)" = "$owner" ]; then
        (cd / && exec "$@")
    else
        (cd / && exec setpriv --reuid="$owner" --regid="$(id -g "$owner")" --init-groups -- env HOME=/ "$@")
    fi
}

cluster_bin() {
    if [ -f "$data/PG_VERSION" ]; then
        bin=/usr/lib/postgresql/$(cat "$data/PG_VERSION")/bin
    else
        bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
    fi
    [ -x "$bin/postgres" ] || fail "PostgreSQL's server is not installed: make deps"
}

# A directory of the owner's alone. A stranger's directory or link of that name is refused.
private_dir() {
    [ -d "$1" ] || mkdir -m 700 "$1" || exit 1
    [ "$(id -un)" = "$owner" ] || [ "$(stat -c %U "$1")" = "$owner" ] || chown "$owner:" "$1"
    if [ -L "$1" ] || [ "$(stat -c %U "$1")" != "$owner" ]; then
        fail "$1 belongs to someone else: remove it"
    fi
    chmod 700 "$1"
}

random_password() { od -An -N18 -tx1 /dev/urandom | tr -d ' \n'; }

# pgpass_line LOGIN PASSWORD
pgpass_line() { printf '%s:5432:*:%s:%s\n' "$(printf %s "$socket" | sed 's/[\\:]/\\&/g')" "$1" "$2"; }

# dsn LOGIN [DATABASE]: as libpq reads it, without the password
dsn() {
    quoted=$(printf %s "$pgpass" | sed "s/[\\\\']/\\\\&/g")
    printf "host=%s port=5432 dbname=%s user=%s passfile='%s'\n" "$socket" "${2:-$database}" "$1" "$quoted"
}

# cluster_init CONFIG-LINE...: an empty cluster; the superuser's password goes to pgpass
cluster_init() {
    private_dir "$data"
    private_dir "$socket"
    password=$(random_password)
    (umask 077 && pgpass_line "$superuser" "$password" >"$pgpass")
    secret=$socket/initial
    (umask 077 && printf '%s\n' "$password" >"$secret")
    chown "$owner" "$secret"
    as_owner "$bin/initdb" -D "$data" -U "$superuser" --pwfile="$secret" --auth=scram-sha-256 \
        --locale=C.UTF-8 --encoding=UTF8 --no-instructions >"$log" 2>&1 || { cat "$log" >&2; rm -f "$secret"; exit 1; }
    rm -f "$secret"
    as_owner sh -c 'cat >"$1/pg_hba.conf"' sh "$data" <<'HBA'
local all all scram-sha-256
HBA
    {
        echo "listen_addresses = ''"
        echo "password_encryption = 'scram-sha-256'"
        echo "shared_buffers = 64MB"
        echo "max_connections = 60"
        printf '%s\n' "$@"
    } | as_owner sh -c 'cat >>"$1/postgresql.conf"' sh "$data"
}

cluster_running() { "$bin/pg_isready" -q -h "$socket" -t 3; }

cluster_start() { # the lock (9) and the caller's terminal stay with the caller
    private_dir "$socket"
    as_owner "$bin/pg_ctl" start -s -w -t 60 -D "$data" -l "$data/server.log" -o "-k $socket" \
        </dev/null >"$log" 2>&1 9>&- || { cat "$log" >&2; fail "PostgreSQL did not start: $data/server.log"; }
}

cluster_stop() {
    [ ! -f "$data/postmaster.pid" ] || as_owner "$bin/pg_ctl" stop -s -m fast -w -t 60 -D "$data" || true
}

psql_as() { # LOGIN DATABASE [psql's options]: without the caller's PG* variables and psqlrc
    connection=$(dsn "$1" "$2")
    shift 2
    env -u PGOPTIONS -u PGSERVICE -u PGPASSWORD "$bin/psql" -X -q -v ON_ERROR_STOP=1 -d "$connection" "$@"
}

# training_install [psql's options]: the database with schema and invented people, then a password for each of them who logs in
training_install() {
    psql_as "$superuser" postgres -c "create database $database"
    psql_as "$superuser" postgres -c 'revoke connect on database postgres, template1 from public'
    psql_as "$superuser" "$database" -1 -v training=t -f "$top/common/schema/install.sql" >"$log" 2>&1 ||
        { tail -n 20 "$log" >&2; fail "The schema could not be installed."; }
    psql_as "$superuser" "$database" -1 "$@" -f "$top/common/training/load.sql" >"$log" 2>&1 ||
        { tail -n 20 "$log" >&2; fail "The training people could not be loaded."; }
    logins=$(psql_as "$superuser" "$database" -At -c "select login from mansap.account join pg_roles on rolname = login order by login")
    for login in $logins; do
        password=$(random_password)
        pgpass_line "$login" "$password" >>"$pgpass"
        printf 'alter role "%s" password %s;\nselect mansap.account_seal(%s) \\g /dev/null\n' "$login" "'$password'" "'$login'"
    done | psql_as "$superuser" "$database" -1 -f -
}
