#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# packages.sh NAME...: installs the Debian packages that are missing, and only those.
set -eu

missing=
for package in "$@"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

line="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    sudo=
elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
    sudo=sudo
else
    echo "Packages are missing. As root: $line" >&2
    exit 1
fi
echo "Installing:$missing" >&2
if ! $sudo env DEBIAN_FRONTEND=noninteractive $line >&2; then
    # An empty or old package list is the usual reason.
    if ! { $sudo apt-get update >&2 && $sudo env DEBIAN_FRONTEND=noninteractive $line >&2; }; then
        echo "The packages could not be installed. As root: apt-get update && $line" >&2
        exit 1
    fi
fi
