// Timers as BPMN writes them: read whole or refused, and due on the wall clock of the zone.
import { describe, expect, it } from 'vitest';
import { dueOf, nextDue, parseTimer, type Timer } from '../../../engine/calendar/timer.ts';

const zone = 'Asia/Shanghai';
const armed = Date.parse('2026-01-31T10:00:00+08:00');
const iso = (ms: number): string => new Date(ms).toISOString();

function read(text: string): Timer {
  const timer = parseTimer(text);
  if (!timer.ok) throw new Error(timer.message.en);
  return timer.timer;
}

describe('the first firing of a timer', () => {
  const table: readonly [string, string, number | null][] = [
    ['PT10M', '2026-01-31T02:10:00.000Z', 0],
    ['PT0.5S', '2026-01-31T02:00:00.500Z', 0],
    ['P1M', '2026-02-28T02:00:00.000Z', 0],
    ['P1Y2M3DT4H5M6S', '2027-04-03T06:05:06.000Z', 0],
    ['P2W', '2026-02-14T02:00:00.000Z', 0],
    ['2026-03-01', '2026-02-28T16:00:00.000Z', 0],
    ['2026-03-01T09:00', '2026-03-01T01:00:00.000Z', 0],
    ['2026-03-01T09:00:30.25', '2026-03-01T01:00:30.250Z', 0],
    ['2026-03-01T09:00:00Z', '2026-03-01T09:00:00.000Z', 0],
    ['2026-03-01T09:00:00-05:00', '2026-03-01T14:00:00.000Z', 0],
    ['2026-03-01T09:00[Europe/Berlin]', '2026-03-01T08:00:00.000Z', 0],
    ['2026-03-01T09:00:00@Europe/Berlin', '2026-03-01T08:00:00.000Z', 0],
    ['2020-01-01', '2019-12-31T16:00:00.000Z', 0],
    ['R/PT1H', '2026-01-31T03:00:00.000Z', null],
    ['R3/P1D', '2026-02-01T02:00:00.000Z', 2],
    ['R3/2026-02-05T09:00/P1D', '2026-02-05T01:00:00.000Z', 2],
    ['R/2026-01-01T09:00/P1D', '2026-02-01T01:00:00.000Z', null],
    ['R10/2026-01-29T09:00/P1D', '2026-02-01T01:00:00.000Z', 6],
    ['R2/2020-01-01/P1M', '2020-01-31T16:00:00.000Z', 0],
  ];
  for (const [text, due, left] of table)
    it(`${text} → ${due}`, () => {
      const found = nextDue(text, armed, zone);
      expect(found.ok && { due: iso(found.due.dueAt), left: found.due.left }).toEqual({ due, left });
    });

  it('is at the same wall-clock hour over a change of clocks for a day, not for 24 hours', () => {
    const before = Date.parse('2026-03-28T12:00:00+01:00');
    const day = nextDue('P1D', before, 'Europe/Berlin');
    const hours = nextDue('PT24H', before, 'Europe/Berlin');
    expect(day.ok && day.due.dueAt - before).toBe(23 * 3_600_000);
    expect(hours.ok && hours.due.dueAt - before).toBe(24 * 3_600_000);
  });
});

describe('a cycle', () => {
  const firings = (text: string, most = 6): string[] => {
    const all: string[] = [];
    for (let fired = 0; fired < most; fired++) {
      const due = dueOf({ timer: read(text), from: armed, zone, fired });
      if (!due) break;
      all.push(iso(due.dueAt).slice(0, 10));
    }
    return all;
  };
  it('fires as often as it says, and months do not drift', () => {
    expect(firings('R4/P1M')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });
  it('with a start fires at the start first', () => {
    expect(firings('R3/2026-02-05T09:00/P1D')).toEqual(['2026-02-05', '2026-02-06', '2026-02-07']);
  });
  it('leaves out the turns before it was armed', () => {
    expect(firings('R5/2026-01-29T12:00/P1D')).toEqual(['2026-01-31', '2026-02-01', '2026-02-02']);
  });
  it('without a number never ends', () => {
    expect(firings('R/P1Y', 3)).toEqual(['2027-01-31', '2028-01-31', '2029-01-31']);
    expect(dueOf({ timer: read('R/P1Y'), from: armed, zone, fired: 7000 })).toEqual({ dueAt: expect.any(Number), left: null });
    expect(dueOf({ timer: read('R/P1Y'), from: armed, zone, fired: 9000 })).toBeUndefined();
  });
  it('a date or a duration fires once', () => {
    expect(firings('PT1H')).toHaveLength(1);
    expect(firings('2026-05-01')).toHaveLength(1);
  });
});

describe('a text that is no timer is refused with a reason in both languages', () => {
  const wrong = [
    '',
    'P',
    'PT',
    'P1',
    'P1S',
    '1D',
    '-P1D',
    'P-1D',
    'P1.5D',
    'p1d',
    'P999999Y',
    '2026-02-30',
    '2026-2-3',
    '2026-03-01T24:00',
    '2026-03-01T09:00:60',
  ];
  const more = [
    '2026-03-01T09:00+09:00[Asia/Shanghai]',
    '2026-03-01T09:00[Nowhere/At]',
    'R',
    'R3',
    'R0/P1D',
    'R-1/P1D',
    'R/PT0S',
    'R/PT0.9S',
    'R3/P1D/2026-01-01',
    'R3/x/P1D',
  ];
  for (const text of [...wrong, ...more, 'P1D junk', '0 0 * * *', `P${'9'.repeat(400)}D`])
    it(JSON.stringify(text.slice(0, 40)), () => {
      const found = nextDue(text, armed, zone);
      expect(found).toMatchObject({
        ok: false,
        message: { zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) },
      });
    });
});
