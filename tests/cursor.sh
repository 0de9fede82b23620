#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Every screen of the sources is visited by tests/screen/cursor.t, which looks at the hardware cursor (K-13).
set -eu
cd "$(dirname "$0")/.."
. tests/shell/tap.sh

visited=$(awk '/^\?on = / { on = $3 } /^(\?active|WALK)/ && on { print on }' tests/screen/cursor.t | sort -u | tr '\n' ' ')
for screen in $(awk '/struct screen_ops / { ops = 1 } ops && /\.name = "/ { split($0, part, "\""); print part[2]; ops = 0 }' tui/*.c |
    sort -u); do
    has "$screen: the cursor is looked at [K-13]" " $visited" " $screen "
done
done_testing
