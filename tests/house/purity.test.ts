// The engine is pure: time, chance, ids and the outside come in with the facts; nothing waits.
import { describe, expect, test } from 'vitest';
import { codeOf, type Fault, linesWith, listed, programs, type SourceFile } from './sources.ts';

const impure: readonly (readonly [string, RegExp])[] = [
  [
    'the clock',
    /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^\s)])|\bTemporal\.Now\b|\bperformance\.|\bset(Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/,
  ],
  ['chance', /\bMath\.random\b|\bcrypto\b|\brandomUUID\b/],
  [
    'the outside',
    /\bfetch\s*\(|\bprocess\.|\bconsole\.|\blocalStorage\b|\bwindow\.|\bdocument\.(?!\w+\s*[=:])|\brequire\s*\(|\bimport\s*\(/,
  ],
  ['waiting', /\basync\b|\bawait\b|\bPromise\b/],
  ['the reader’s language or zone', /\btoLocale\w*\s*\(|\bIntl\.|\.get(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)\s*\(/],
];

/** The parser of XML gives a promise: reading a drawing waits for it, and nothing else in the engine waits for anything. */
const mayWait = new Set(['engine/model/read-drawing.ts', 'engine/model/read-xml.ts', 'engine/model/bpmn-moddle.d.ts']);
/** Words of the standard that look like a browser's. */
const mayNameZone = new Set(['engine/calendar/day-number.ts']);

const faultsOf = (file: SourceFile): Fault[] =>
  impure
    .filter(([what]) => !(what === 'waiting' && mayWait.has(file.path)) && !(what.startsWith('the reader') && mayNameZone.has(file.path)))
    .flatMap(([what, pattern]) => linesWith(codeOf(file.text), pattern).map((where) => ({ path: file.path, what: `${what}: ${where}` })));

describe('each rule can fail', () => {
  test.each([
    ['const t = Date.now();', false],
    ['const t = new Date();', false],
    ['const t = new Date;', false],
    ['const x = Math.random();', false],
    ["const r = await fetch('x');", false],
    ['export async function a() {}', false],
    ['const p = process.env.X;', false],
    ['setTimeout(() => a(), 1);', false],
    ['const m = date.getMonth();', false],
    ['const s = n.toLocaleString();', false],
    ["const m = import('./a.ts');", false],
    ['const t = new Date(Date.UTC(2026, 10, 22)).getUTCMonth();', true],
    ["// Date.now is not used here\nconst a = 'Math.random';", true],
  ])('%s', (text, good) => {
    expect(faultsOf({ path: 'engine/gate/a.ts', text }).length === 0).toBe(good);
  });
});

test('the engine keeps it', () => {
  expect(
    listed(
      programs()
        .filter((f) => f.path.startsWith('engine/'))
        .flatMap(faultsOf),
    ),
  ).toEqual([]);
});
