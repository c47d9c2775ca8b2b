#!/usr/bin/env bash
# A PostgreSQL server of one's own for the tests, in a folder that is thrown away.
#
#     tools/postgresql.sh start FOLDER    prints the address to give as TRUCEWATCH_TEST_POSTGRESQL
#     tools/postgresql.sh stop FOLDER
#
# Needs PostgreSQL; on Debian: apt-get install postgresql
set -euo pipefail

command="${1:?start or stop}" folder="${2:?a folder}"
bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)"
[ -n "$bin" ] || bin="$(dirname "$(command -v initdb)")"

# The server refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

case "$command" in
start)
    port="$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as_owner "$bin/initdb" -D "$folder/data" -U trucewatch -A trust -E UTF8 --locale=C.UTF-8 >"$folder/initdb.log" 2>&1
    as_owner "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on" start >/dev/null
    echo "postgresql+psycopg://trucewatch@127.0.0.1:$port/postgres"
    ;;
stop)
    as_owner "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null
    rm -rf "$folder"
    ;;
*)
    echo "start or stop, not $command" >&2
    exit 2
    ;;
esac
