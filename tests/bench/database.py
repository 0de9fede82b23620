# SPDX-License-Identifier: GPL-3.0-or-later
"""Against the server: round trips, delays, searches and openings beside bare SQL, the price of history, plans."""
import collections
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DELAY = 100  # ms, half of it each way


def output(argv, **env):
    return subprocess.run(argv, env={**os.environ, **env}, check=True, stdout=subprocess.PIPE, text=True).stdout


def table(argv, **env):
    return [line.split('\t') for line in output(argv, **env).splitlines()]


class Delayed:
    """A socket directory of the server's, DELAY ms away."""

    def __enter__(self):
        self.dir = os.path.join(os.environ['MANSAP_TEST_DIR'], 'far')
        os.makedirs(self.dir, exist_ok=True)
        near = re.search(r'host=(\S+)', os.environ['MANSAP_TEST_DSN']).group(1)
        self.process = subprocess.Popen(
            [sys.executable, os.path.join(HERE, 'delay.py'), self.dir + '/.s.PGSQL.5432', near + '/.s.PGSQL.5432',
             str(DELAY / 2)], stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()
        # The passwords are kept by the server's directory.
        passwords = os.path.join(self.dir, 'pgpass')
        with open(os.path.join(os.environ['MANSAP_TEST_DIR'], 'pgpass'), encoding='utf-8') as f, \
                open(passwords, 'w', encoding='utf-8', opener=lambda p, flags: os.open(p, flags, 0o600)) as g:
            g.write(f.read().replace(near + ':', self.dir + ':'))
        self.dsn = re.sub(r"passfile='[^']*'", "passfile='%s'" % passwords,
                          os.environ['MANSAP_TEST_DSN'].replace('host=' + near, 'host=' + self.dir))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def trips(build, say):
    """name, round trips counted, delays waited."""
    say('round trips')
    near = {r[0]: r for r in table([build + '/bench/trips'])}
    with Delayed() as far:
        distant = {r[0]: r for r in table([build + '/bench/trips'], MANSAP_TEST_DSN=far.dsn)}
    rows = []
    for name, (_, count, ms) in near.items():
        delays = (float(distant[name][2]) - float(ms)) / DELAY
        if name == 'connect':
            rows.append(('connecting: delays of PostgreSQL\'s own protocol', '%.1f' % delays, '', '', None))
        else:
            rows.append(('round trips, delays: ' + name, '%s, %.1f' % (count, delays), '', '1, 1.0',
                         count == '1' and delays < 1.5))
    return rows


def times(build, user, label, say):
    rows = []
    say('searches as ' + user)
    for name, p50, p99, bare50, bare99 in table([build + '/bench/server', 'times', user]):
        ratio = float(p50) / float(bare50)
        rows.append(('%s: %s, p50 x bare libpq; p99 ms' % (label, name), '%.2f; %.1f' % (ratio, float(p99)),
                     'p50 %s ms, bare %s, p99 %s ms' % (p50, bare50, bare99), '1.2; 10',
                     ratio <= 1.2 and float(p99) <= 10))
    return rows


def save(build, say):
    say('saves with and without history')
    (_, p50, p99, bare50, bare99), = table([build + '/bench/server', 'save'])
    cost = float(p50) - float(bare50)
    return [('history and chain for a save, ms', '%.2f' % cost,
             'save p50 %s ms, without %s; p99 %s and %s ms' % (p50, bare50, p99, bare99), '0.3', cost <= 0.3)]


def sql(psql, statement):
    return output([psql, '-X', '-q', '-At', '-F', '\t', '-d', os.environ['MANSAP_TEST_ADMIN_DSN'], '-c', statement])


class Plans:
    """All plans of a stretch of work; what they read of large tables from end to end."""
    SETTINGS = ['session_preload_libraries', 'auto_explain.log_min_duration', 'auto_explain.log_nested_statements']

    def __init__(self, psql):
        self.psql = psql
        self.log = os.path.join(os.environ['MANSAP_TEST_DIR'], 'data', 'server.log')
        self.large = set(sql(psql, "select relname from pg_class where relkind in ('r', 'm') and reltuples > 5000 and"
                                   " relnamespace = 'mansap'::regnamespace").split())

    def __enter__(self):
        for name, value in zip(self.SETTINGS, ('auto_explain', '0', 'on')):
            sql(self.psql, "alter database mansap_training set %s = '%s'" % (name, value))
        self.start = os.path.getsize(self.log)
        return self

    def __exit__(self, *_):
        for name in self.SETTINGS:
            sql(self.psql, 'alter database mansap_training reset %s' % name)

    def scans(self):
        found, plans, query = collections.Counter(), 0, ''
        with open(self.log, 'rb') as f:
            f.seek(self.start)
            for line in f.read().decode('utf-8', 'replace').splitlines():
                if 'Query Text:' in line:
                    query, plans = line.split('Query Text:')[1].split('--')[0].strip()[:80], plans + 1
                scan = re.search(r'Seq Scan on (\w+)', line)
                if scan and scan.group(1) in self.large:
                    found[scan.group(1), query] += 1
        if plans == 0:
            raise SystemExit('no plans in ' + self.log)
        return found, plans


def plans(build, psql, walk, say):
    """walk: uses the program's screens."""
    say('plans')
    with Plans(psql) as p:
        table([build + '/bench/trips'])
        walk()
        found, count = p.scans()
    rows = [('sequential scans of large tables in %d plans of all screens' % count, str(sum(found.values())),
             'large: ' + ', '.join(sorted(p.large)), '0', not found)]
    for (name, query), n in sorted(found.items()):
        rows.append(('- scanned: ' + name, str(n), '`%s`' % query.replace('|', '¦').replace('`', ''), '', None))
    return rows
