# SPDX-License-Identifier: GPL-3.0-or-later
"""ttyscreen - what ttybench needs to know of terminals: the keys they send, the screen they show."""
import codecs
import functools
import re
import unicodedata


# ---------------------------------------------------------------- keys

CAPS = {'Up': 'kcuu1', 'Down': 'kcud1', 'Left': 'kcub1', 'Right': 'kcuf1', 'Home': 'khome',
        'End': 'kend', 'PgUp': 'kpp', 'PgDn': 'knp', 'Ins': 'kich1', 'Del': 'kdch1',
        'BackTab': 'kcbt', 'BS': 'kbs'}
CAPS.update({'F%d' % n: 'kf%d' % n for n in range(1, 25)})
PLAIN = {'Enter': b'\r', 'Tab': b'\t', 'Esc': b'\x1b', 'Space': b' ', 'LF': b'\n', '{': b'{', '}': b'}'}
FALLBACK = {'Home': b'\x1b[1~', 'End': b'\x1b[4~', 'PgUp': b'\x1b[5~', 'PgDn': b'\x1b[6~', 'Ins': b'\x1b[2~',
            'Del': b'\x1b[3~', 'BackTab': b'\x1b[Z', 'BS': b'\x7f', 'F5': b'\x1b[15~', 'F6': b'\x1b[17~',
            'F7': b'\x1b[18~', 'F8': b'\x1b[19~', 'F9': b'\x1b[20~', 'F10': b'\x1b[21~',
            'F11': b'\x1b[23~', 'F12': b'\x1b[24~'}


def key_bytes(name, term):
    """Bytes a terminal of type TERM sends for a named key ({F2}, {C-x}, {M-x} ...)."""
    if name in PLAIN:
        return PLAIN[name]
    if re.fullmatch(r'[CM]-.', name, re.S):
        return bytes([ord(name[2].upper()) & 0x1f]) if name[0] == 'C' else b'\x1b' + name[2].encode()
    if name in CAPS:
        import curses
        curses.setupterm(term, 1)
        data = curses.tigetstr(CAPS[name]) or FALLBACK.get(name)
        if data:
            return data
        raise SystemExit('ttybench: terminal %s has no key {%s}' % (term, name))
    raise SystemExit('ttybench: unknown key {%s}' % name)


def parse_keys(text, term):
    """'ab{Tab}{Down*3}{Wait:500}c' -> [(label, bytes, pause_before_s)]"""
    keys, pause = [], 0.0
    for m in re.finditer(r'\{(\{|\}|[^{}]+)\}|(.)', text, re.S):
        if m.group(2) is not None:
            char = m.group(2)
            keys.append((char, b'\r' if char == '\n' else char.encode(), pause))
            pause = 0.0
            continue
        name, _, times = m.group(1).partition('*') if len(m.group(1)) > 1 else (m.group(1), '', '')
        if name.startswith('Wait:'):
            pause += float(name[5:]) / 1000
            continue
        for _ in range(int(times or 1)):
            keys.append(('{%s}' % name, key_bytes(name, term), pause))
            pause = 0.0
    return keys


# ---------------------------------------------------------------- screen model

@functools.lru_cache(4096)
def char_width(ch):
    if unicodedata.combining(ch) or unicodedata.category(ch) in ('Mn', 'Me', 'Cf'):
        return 0
    return 2 if unicodedata.east_asian_width(ch) in 'WF' else 1


class Screen:
    """The subset of xterm / linux / vt100 that curses programs use; colours are ignored."""
    TOKEN = re.compile(
        r'[^\x00-\x1f\x7f-\x9f]+'                   # text
        r'|\x1b\[[0-?]*[ -/]*[@-~]'                 # CSI
        r'|\x1b\](?:R|P[0-9A-Fa-f]{7})'             # linux palette
        r'|\x1b[\]PX^_].*?(?:\x07|\x1b\\)'          # OSC, DCS and other strings
        r'|\x1b[ -/]+[0-~]'                         # charsets
        r'|\x1b[0-OQ-WYZ\\`-~]'                     # two-byte escapes
        r'|[\x00-\x1a\x1c-\x1f\x7f-\x9f]', re.S)    # controls
    LINES = str.maketrans('`afgjklmnopqrstuvwxyz{|}~', '◆▒°±┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·')

    def __init__(self, cols, rows):
        self.cols, self.rows = cols, rows
        self.decode = codecs.getincrementaldecoder('utf-8')('replace').decode
        self.tail, self.reply = '', b''
        self.reset()

    def reset(self):
        self.grid = [[' '] * self.cols for _ in range(self.rows)]
        self.x = self.y = 0
        self.saved = (0, 0)
        self.wrap = self.insert = False
        self.top, self.bottom = 0, self.rows - 1
        self.sets, self.gl, self.last = ['B', 'B'], 0, ' '

    def feed(self, data):
        text, pos = self.tail + self.decode(data), 0
        while pos < len(text):
            m = self.TOKEN.match(text, pos)
            if not m:                               # an unfinished escape sequence
                if len(text) - pos < 8192:
                    break
                pos += 1
                continue
            pos, tok = m.end(), m.group()
            if tok[0] >= ' ' and not '\x7f' <= tok[0] <= '\x9f':
                self.put(tok)
            elif tok[0] != '\x1b':
                self.control(tok)
            elif tok[1] == '[':
                self.csi(tok[2:-1], tok[-1])
            else:
                self.escape(tok)
        self.tail = text[pos:]

    def put(self, run):
        self.last = run[-1]
        if self.sets[self.gl] == '0':
            run = run.translate(self.LINES)
        for ch in run:
            width = char_width(ch)
            if width == 0:
                if self.x:
                    self.grid[self.y][self.x - 1] += ch
                continue
            if self.wrap or self.x + width > self.cols:
                self.x = 0
                self.index()
            row = self.grid[self.y]
            if self.insert:
                row[self.x:self.x] = [' '] * width
                del row[self.cols:]
            row[self.x] = ch
            if width == 2:
                row[self.x + 1] = ''
            self.wrap = self.x + width >= self.cols
            self.x = min(self.x + width, self.cols - 1)

    def index(self, up=False):
        self.wrap = False
        if self.y == (self.top if up else self.bottom):
            self.scroll(self.top, -1 if up else 1)
        else:
            self.y = max(0, min(self.rows - 1, self.y + (-1 if up else 1)))

    def scroll(self, top, n):
        """Scroll rows top..bottom up by n (down if n < 0)."""
        for _ in range(min(abs(n), self.rows)):
            del self.grid[top if n > 0 else self.bottom]
            self.grid.insert(self.bottom if n > 0 else top, [' '] * self.cols)

    def control(self, ch):
        if ch in '\n\x0b\x0c':
            self.index()
        elif ch == '\r':
            self.x, self.wrap = 0, False
        elif ch == '\b':
            self.x, self.wrap = max(0, self.x - 1), False
        elif ch == '\t':
            self.x = min(self.cols - 1, self.x // 8 * 8 + 8)
        elif ch in '\x0e\x0f':
            self.gl = 1 if ch == '\x0e' else 0

    def escape(self, tok):
        if tok[1] in '()' and len(tok) == 3:
            self.sets['()'.index(tok[1])] = tok[2]
        elif tok == '\x1b7':
            self.saved = (self.x, self.y)
        elif tok == '\x1b8':
            self.x, self.y = self.saved
        elif tok in ('\x1bD', '\x1bE'):
            self.x = 0 if tok == '\x1bE' else self.x
            self.index()
        elif tok == '\x1bM':
            self.index(up=True)
        elif tok == '\x1bc':
            self.reset()

    def csi(self, params, final):
        private = params[:1] if params[:1] in ('?', '>', '=', '<') else ''
        args = [int(p) if p.isdigit() else 0 for p in params[len(private):].split(';')]
        n, blank = args[0] or 1, [' '] * self.cols
        if final in 'hl':
            if private == '?' and {47, 1047, 1049} & set(args):
                self.grid = [blank[:] for _ in range(self.rows)]
            elif not private and 4 in args:
                self.insert = final == 'h'
            return
        if final == 'n' and not private:
            self.reply += b'\x1b[0n' if args[0] == 5 else b'\x1b[%d;%dR' % (self.y + 1, self.x + 1)
            return
        if final == 'c':
            self.reply += {'': b'\x1b[?62;22c', '>': b'\x1b[>1;100;0c'}.get(private, b'')
            return
        if private or final == 'm':
            return
        if final == 'b':
            self.put(self.last * n)
            return
        row = self.grid[self.y]
        if final in 'Hf':
            self.y, self.x = n - 1, (args[1] or 1) - 1 if len(args) > 1 else 0
        elif final in 'AFBEe':
            self.y += -n if final in 'AF' else n
            self.x = 0 if final in 'EF' else self.x
        elif final in 'CaD':
            self.x += -n if final == 'D' else n
        elif final in 'G`':
            self.x = n - 1
        elif final == 'd':
            self.y = n - 1
        elif final == 'J':
            if args[0] in (0, 2, 3):
                self.grid[self.y + 1:] = [blank[:] for _ in range(self.rows - self.y - 1)]
                row[self.x:] = blank[self.x:]
            if args[0] in (1, 2, 3):
                self.grid[:self.y] = [blank[:] for _ in range(self.y)]
                row[:self.x + 1] = blank[:self.x + 1]
        elif final == 'K':
            lo, hi = ((self.x, self.cols), (0, self.x + 1), (0, self.cols))[min(args[0], 2)]
            row[lo:hi] = blank[lo:hi]
        elif final == 'X':
            row[self.x:self.x + n] = blank[self.x:self.x + n]
        elif final == '@':
            row[self.x:self.x] = [' '] * n
            del row[self.cols:]
        elif final == 'P':
            del row[self.x:self.x + n]
            row += [' '] * (self.cols - len(row))
        elif final in 'LM' and self.top <= self.y <= self.bottom:
            self.scroll(self.y, n if final == 'M' else -n)
        elif final in 'ST':
            self.scroll(self.top, n if final == 'S' else -n)
        elif final == 'r':
            self.top = n - 1
            self.bottom = min(self.rows, args[1] or self.rows if len(args) > 1 else self.rows) - 1
            self.x = self.y = 0
        self.x, self.y = max(0, min(self.x, self.cols - 1)), max(0, min(self.y, self.rows - 1))
        self.wrap = False

    def lines(self):
        return [''.join(row).rstrip() for row in self.grid]

    def has(self, text):
        return any(text in line for line in self.lines())
