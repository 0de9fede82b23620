-- SPDX-License-Identifier: GPL-3.0-or-later
-- Back to the superuser who installs; statistics for the planner.
reset role;
