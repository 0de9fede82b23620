# SPDX-License-Identifier: GPL-3.0-or-later
"""One client on a terminal beside its peers: start, bytes, CPU, latency, memory, idling. Ratios, taken in turns."""
import importlib.machinery
import importlib.util
import os
import statistics
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
loader = importlib.machinery.SourceFileLoader('ttybench', os.path.join(HERE, 'ttybench'))
ttybench = importlib.util.module_from_spec(importlib.util.spec_from_loader('ttybench', loader))
loader.exec_module(ttybench)

ASCII = 'sapartransavtokolonna'
KAZAKH = 'әғқңөұүһіәғқңөұүһі'


def options(*args):
    sys.argv = ['ttybench', *args, '--', 'x']
    return ttybench.options()


def run(argv, *args, idle=0, count=1):
    """One run in a home directory of its own, so that no draft of the run before is offered."""
    with tempfile.TemporaryDirectory(dir=os.environ['MANSAP_TEST_DIR']) as home:
        return ttybench.run_once(argv, options('--env', 'HOME=' + home, *args), count, idle)


def median(values):
    values = [v for v in values if v is not None]
    return statistics.median(values) if values else None


class Program:
    """wait: what its first screen shows; prelude: the keys to a field, clear: what empties it; field: the key to the
    next one; screen: the key to the next screen."""

    def __init__(self, name, argv, wait, prelude='', clear='', field=None, screen=None):
        self.name, self.argv, self.wait = name, argv, wait
        self.prelude, self.clear, self.field, self.screen = prelude, clear, field, screen
        self.starts, self.settled, self.first_bytes, self.pss, self.cpu, self.samples = [], [], [], [], [], []
        self.idle = None

    def args(self):
        return ['--wait-text', self.wait] if self.wait else []

    def start(self, idle=0):
        # Quiet for a second: its lists have come, too.
        r = run(self.argv, *self.args(), '--timeout', '60', '--quiet', '1000', idle=idle)
        self.starts += r['start_ms']
        self.settled += r['start_settled_ms']
        self.first_bytes.append(r['start_bytes'])
        self.pss.append(r['pss_kb'])
        if idle:
            self.idle = r['idle']

    def type(self, keys, cpu=False):
        r = run(self.argv, *self.args(), '--prelude', self.prelude + (self.clear if cpu else ''), '--keys', keys)
        self.samples += r['samples']
        if cpu:
            self.cpu.append(r['cpu_key_us'])

    def bytes(self, wanted):
        return median([s[3] for s in self.samples if wanted(s[0])])

    def latency(self, q):
        """Of the letters, to the last byte."""
        return ttybench.quantile([s[2] for s in self.samples if s[2] is not None and len(s[0]) == 1], q)


def programs(mansap, dsn, bare, psql, iin, scratch):
    form = []
    for i in range(12):
        form += ['Field %d' % (i + 1), str(i + 1), '1', '', str(i + 1), '20', '30', '60']
    return [
        # An existing card of the operator's centre.
        Program('mansap', mansap, 'F10', '{F7}' + iin + '{Wait:400}{Enter}{Wait:600}', '{C-u}', '{Tab}', '{PgDn}'),
        Program('bare', [bare, dsn], 'Tab next', '', '', '{Tab}'),
        Program('psql', [psql, '-X', '-d', dsn], '=>'),
        Program('dialog --form', ['dialog', '--form', 'A form', '20', '70', '12', *form], 'Field 10', '', '', '{Down}'),
        Program('whiptail', ['whiptail', '--inputbox', 'A field', '10', '60'], 'A field'),
        Program('nano', ['nano', '-I', os.path.join(scratch, 'text')], 'Help'),
    ]


def psql_select(psql, dsn):
    """Exec to the row on the screen."""
    return run([psql, '-X', '-d', dsn, '-c', 'select 1'], '--until-exit')['start_first_ms'][0]


def measure(all_programs, psql, dsn, runs, say):
    """In turns, so that what else the machine does falls on all alike."""
    selects, own = [], all_programs[0]
    for i in range(runs):
        say('start %d of %d' % (i + 1, runs))
        selects.append(psql_select(psql, dsn))
        for p in all_programs:
            p.start(idle=5 if i == 0 else 0)
    for i in range(max(2, runs // 3)):
        for p in all_programs:
            say('keys %d, %s' % (i + 1, p.name))
            p.type(ASCII + KAZAKH, cpu=True)
            if p.field:
                p.type(p.field * 8)
        own.type(own.screen * 12)
    return selects


def many(own, count):
    return run(own.argv, *own.args(), '--timeout', '300', '--sessions', str(count), count=count)['pss_kb'] / count


def rows(all_programs, selects, some, most):
    """some, most: PSS of a session among 40 and 200, own and bare. Rows of name, value, what it is measured against, aim, met."""
    own, bare = all_programs[0], all_programs[1]
    base = median(selects)

    def peers(get, digits=0):
        found = [(p.name, get(p)) for p in all_programs[1:]]
        return ', '.join('%s %.*f' % (n, digits, v) for n, v in found if v is not None)

    start = median(own.starts) / base
    settled = median(own.settled) / base
    pss = median(own.pss) / 1024
    cpu = median(own.cpu) / median(bare.cpu)
    over = own.latency(.5) - bare.latency(.5)
    ascii_bytes = own.bytes(lambda k: len(k) == 1 and k.isascii())
    kazakh = own.bytes(lambda k: len(k) == 1 and not k.isascii())
    field = own.bytes(lambda k: k == own.field)
    screen = own.bytes(lambda k: k == own.screen)
    first = median(own.first_bytes)
    return [
        ('start to the first connected screen, x psql `select 1`', '%.2f' % start,
         'psql %.1f ms; ' % base + peers(lambda p: median(p.starts), 1) + ' ms', '1.0, bar 1.25', start <= 1.25),
        ('the same, lists filled', '%.2f' % settled, '', '', None),
        ('PSS alone, MB', '%.2f' % pss, peers(lambda p: median(p.pss) / 1024, 1), '3.5, bar 4', pss <= 4),
        ('the same, x bare', '%.2f' % (median(own.pss) / median(bare.pss)), '', '1.3, bar 1.48',
         median(own.pss) <= 1.48 * median(bare.pss)),
        ('PSS each with 40 sessions, MB', '%.2f' % (some[0] / 1024), 'bare %.2f' % (some[1] / 1024), '2', some[0] <= 2048),
        ('PSS each with 200 sessions, MB', '%.2f' % (most[0] / 1024), 'bare %.2f' % (most[1] / 1024), '2', most[0] <= 2048),
        ('bytes for an ASCII character', '%g' % ascii_bytes,
         peers(lambda p: p.bytes(lambda k: len(k) == 1 and k.isascii())), '2', ascii_bytes <= 2),
        ('bytes for a Kazakh letter', '%g' % kazakh,
         peers(lambda p: p.bytes(lambda k: len(k) == 1 and not k.isascii())), '3', kazakh <= 3),
        ('bytes for a field move', '%g' % field, peers(lambda p: p.field and p.bytes(lambda k: k == p.field)), '40',
         field <= 40),
        ('bytes for a screen change', '%g' % screen, '%.1f s at 9600 baud' % (screen / 960), '', None),
        ('bytes of the first screen', '%g' % first, peers(lambda p: median(p.first_bytes)), '2500', first <= 2500),
        ('CPU for a letter, x bare', '%.2f' % cpu, peers(lambda p: median(p.cpu)) + ' us', '2', cpu <= 2),
        ('latency of a letter above bare, p50, ms', '%.2f' % over, peers(lambda p: p.latency(.5), 2) + ' ms', '0.3',
         over <= 0.3),
        ('the same, p99', '%.2f' % (own.latency(.99) - bare.latency(.99)), peers(lambda p: p.latency(.99), 2) + ' ms',
         '', None),
        ('wake-ups in 5 idle seconds', '%d' % own.idle['switches'],
         peers(lambda p: p.idle and p.idle['switches']), '0', own.idle['switches'] == 0),
    ]
