// Lawful dates worked out by hand from the announced holidays and 民法典 art. 201–203, and the calendar against an independent table.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../engine/calendar/add-days.ts';
import { dayNumber, dayOf, dayText } from '../../../engine/calendar/day-number.ts';
import { isWorkingDay, mainlandCalendar, workCalendar } from '../../../engine/calendar/work-calendar.ts';
import { workingDaysBetween } from '../../../engine/calendar/working-days-between.ts';
import { announcedYears } from '../../../engine/calendar/years.ts';

const zone = 'Asia/Shanghai';
const at = (text: string): number => Date.parse(`${text}+08:00`);
const seed = Number(process.env.FC_SEED ?? 20_261_122);

// start (Beijing time) · days · unit · last day by law
const lawful: readonly [string, number, 'working' | 'calendar', string, string][] = [
  ['2026-03-02T09:00', 1, 'working', '2026-03-03', 'the start day does not count'],
  ['2026-03-02T23:59', 1, 'working', '2026-03-03', 'however late the start'],
  ['2026-03-02T00:00', 1, 'working', '2026-03-03', 'however early the start'],
  ['2026-03-06T17:00', 1, 'working', '2026-03-09', 'Friday to Monday'],
  ['2026-03-07T10:00', 1, 'working', '2026-03-09', 'started on a Saturday'],
  ['2026-03-02T09:00', 20, 'working', '2026-03-30', 'twenty working days'],
  ['2026-02-13T16:00', 1, 'working', '2026-02-14', 'the Saturday before Spring Festival 2026 is worked'],
  ['2026-02-14T16:00', 1, 'working', '2026-02-24', 'over Spring Festival 2026'],
  ['2026-02-10T15:00', 5, 'working', '2026-02-24', 'a worked Saturday counts, the festival does not'],
  ['2026-02-27T15:00', 1, 'working', '2026-02-28', 'the worked Saturday after Spring Festival 2026'],
  ['2025-01-24T10:00', 1, 'working', '2025-01-26', 'the worked Sunday before Spring Festival 2025'],
  ['2025-01-27T10:00', 3, 'working', '2025-02-07', 'over Spring Festival 2025'],
  ['2025-02-05T10:00', 3, 'working', '2025-02-08', 'the worked Saturday after Spring Festival 2025'],
  ['2024-02-09T10:00', 1, 'working', '2024-02-18', 'over Spring Festival 2024 to the worked Sunday'],
  ['2024-02-02T10:00', 1, 'working', '2024-02-04', 'the worked Sunday before Spring Festival 2024'],
  ['2024-09-30T09:00', 1, 'working', '2024-10-08', 'over 国庆 2024'],
  ['2024-09-27T09:00', 2, 'working', '2024-09-30', 'the worked Sunday before 国庆 2024'],
  ['2024-09-13T09:00', 2, 'working', '2024-09-18', 'the worked Saturday before, then over 中秋 2024'],
  ['2025-09-30T09:00', 1, 'working', '2025-10-09', 'over 国庆 with 中秋 2025'],
  ['2025-09-30T09:00', 3, 'working', '2025-10-11', 'the worked Saturday after 国庆 2025'],
  ['2025-04-25T09:00', 2, 'working', '2025-04-28', 'the worked Sunday before 劳动节 2025'],
  ['2026-09-18T09:00', 1, 'working', '2026-09-20', 'the worked Sunday for 国庆 2026'],
  ['2026-09-30T09:00', 2, 'working', '2026-10-09', 'over 国庆 2026'],
  ['2026-12-31T09:00', 1, 'working', '2027-01-01', 'into a year that is not announced: Monday to Friday'],
  ['2026-03-02T09:00', 5, 'calendar', '2026-03-09', 'ends on a Saturday, so on Monday'],
  ['2026-03-02T09:00', 3, 'calendar', '2026-03-05', 'calendar days within the week'],
  ['2026-02-08T09:00', 7, 'calendar', '2026-02-24', 'ends in Spring Festival 2026, so after it'],
  ['2026-02-07T09:00', 7, 'calendar', '2026-02-14', 'ends on a worked Saturday, so on it'],
  ['2025-09-26T09:00', 10, 'calendar', '2025-10-09', 'ends in 国庆 2025, so after it'],
  ['2024-09-26T09:00', 3, 'calendar', '2024-09-29', 'ends on a worked Sunday, so on it'],
  ['2024-01-31T09:00', 30, 'calendar', '2024-03-01', 'thirty days through 29 February'],
  ['2026-03-02T09:00', 0, 'working', '2026-03-02', 'no days: the same day'],
  ['2026-03-07T09:00', 0, 'calendar', '2026-03-09', 'no days from a Saturday: the next working day'],
];

describe('a statutory period', () => {
  for (const [start, days, unit, last, because] of lawful)
    it(`of ${days} ${unit} days from ${start} ends with ${last}: ${because}`, () => {
      const due = addDays({ from: at(start), days, unit, zone });
      expect(due).toEqual({ dueAt: at(`${last}T00:00`) + 86_400_000, day: last, assumed: last.startsWith('2027') });
    });

  it('is counted in the zone given, not in the machine’s', () => {
    const from = Date.parse('2026-03-02T17:30:00Z'); // 3 March in Beijing, 2 March in London
    expect(addDays({ from, days: 1, unit: 'working', zone }).day).toBe('2026-03-04');
    expect(addDays({ from, days: 1, unit: 'working', zone: 'Europe/London' }).day).toBe('2026-03-03');
  });

  it('ends at 24:00 of the wall clock where clocks change', () => {
    const from = Date.parse('2026-03-27T12:00:00Z');
    expect(new Date(addDays({ from, days: 1, unit: 'calendar', zone: 'Europe/Berlin' }).dueAt).toISOString()).toBe(
      '2026-03-30T22:00:00.000Z',
    );
  });

  it('refuses days that are not whole numbers in range', () => {
    for (const days of [-1, 1.5, Number.NaN, 40_000]) expect(() => addDays({ from: 0, days, unit: 'working', zone })).toThrow(RangeError);
  });

  it(`agrees with counting the working days back (seed ${seed})`, () => {
    const moments = fc.integer({ min: at('2024-01-02T00:00'), max: at('2026-10-01T00:00') });
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = addDays({ from, days, unit: 'working', zone });
        expect(workingDaysBetween({ from, to: due.dueAt - 1, zone }).days).toBe(days);
        expect(workingDaysBetween({ from: due.dueAt - 1, to: from, zone }).days).toBeLessThanOrEqual(0);
        expect(isWorkingDay(dayOf(due.dueAt - 1, zone), mainlandCalendar).working).toBe(true);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('the mainland calendar', () => {
  const table = JSON.parse(readFileSync(new URL('../../../node_modules/chinese-days/dist/chinese-days.json', import.meta.url), 'utf8')) as {
    holidays: Record<string, string>;
    workdays: Record<string, string>;
  };

  for (const year of Object.keys(announcedYears).map(Number))
    it(`has every day of ${year} as an independent table has it`, () => {
      const first = dayNumber(`${year}-01-01`) ?? 0;
      const different: string[] = [];
      for (let day = first; dayText(day).startsWith(String(year)); day++) {
        const text = dayText(day);
        const weekend = [0, 6].includes(new Date(`${text}T00:00:00Z`).getUTCDay());
        const working = text in table.workdays || (!weekend && !(text in table.holidays));
        if (isWorkingDay(day, mainlandCalendar).working !== working) different.push(text);
      }
      expect(different).toEqual([]);
    });

  it('says that a year without an announcement is assumed', () => {
    const day = dayNumber('2031-10-01') ?? 0;
    expect(isWorkingDay(day, mainlandCalendar)).toEqual({ working: true, assumed: true });
    expect(addDays({ from: at('2031-09-30T09:00'), days: 1, unit: 'working', zone })).toMatchObject({ day: '2031-10-01', assumed: true });
  });

  it('refuses data that names a day which does not exist', () => {
    expect(() => workCalendar({ 2026: { source: '', off: [], worked: ['02-30'] } })).toThrow(RangeError);
  });
});
