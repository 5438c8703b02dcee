// ISO 8601 timers as BPMN writes them: a date, a duration, or a cycle Rn/duration, Rn/start/duration (BPMN 2.0.2 §10.5.5, timer event).
// Promise: the whole text is understood or refused with a reason; years, months, weeks and days are counted in the zone given.
// Not done: cron texts; cycles that name their end; negative durations; cycles quicker than one second.
import { Temporal } from 'temporal-polyfill';
import type { Words } from '../model/json.ts';

/** A moment: fixed on the time line, or a wall-clock time to be read in the zone of the procedure. */
export type TimerMoment = { readonly fixed: number } | { readonly wall: Temporal.PlainDateTime };
export type Timer =
  | { readonly kind: 'date'; readonly at: TimerMoment }
  | { readonly kind: 'duration'; readonly every: Temporal.Duration }
  /** `times` null: without end. */
  | { readonly kind: 'cycle'; readonly times: number | null; readonly start?: TimerMoment; readonly every: Temporal.Duration };
export type TimerRead = { readonly ok: true; readonly timer: Timer } | { readonly ok: false; readonly message: Words };

const dateTime = /^\d{4}-\d{2}-\d{2}(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?(\[[A-Za-z][\w+/-]{0,60}\])?)?$/;
const durationText = /^P(?=.)(\d{1,6}Y)?(\d{1,6}M)?(\d{1,6}W)?(\d{1,6}D)?(T(?=.)(\d{1,7}H)?(\d{1,8}M)?(\d{1,9}(\.\d{1,3})?S)?)?$/;
const cycleText = /^R(\d{0,6})\/(?:([^/]+)\/)?([^/]+)$/;
const lastYear = 9999;

const refuse = (zh: string, en: string): TimerRead => ({ ok: false, message: { zh, en } });

/** `@Asia/Shanghai` is how FEEL writes a zone, `[Asia/Shanghai]` how ISO does. */
function readMoment(feel: string): TimerMoment | undefined {
  const text = feel.replace(/@([A-Za-z].*)$/, '[$1]');
  const shape = dateTime.exec(text);
  if (!shape) return undefined;
  try {
    if (shape[6]) return { fixed: Temporal.ZonedDateTime.from(text, { offset: 'reject' }).epochMilliseconds };
    if (shape[5]) return { fixed: Temporal.Instant.from(text).epochMilliseconds };
    return { wall: Temporal.PlainDateTime.from(text, { overflow: 'reject' }) };
  } catch (fault) {
    if (fault instanceof RangeError) return undefined;
    throw fault;
  }
}

function readDuration(text: string): Temporal.Duration | undefined {
  if (!durationText.test(text)) return undefined;
  const every = Temporal.Duration.from(text);
  return roughDays(every) <= 1000 * 366 ? every : undefined;
}

/** Good enough to bound a duration, never used to count one. */
function roughDays(d: Temporal.Duration): number {
  return (
    d.years * 365.2425 +
    d.months * 30.44 +
    d.weeks * 7 +
    d.days +
    (d.hours * 3600 + d.minutes * 60 + d.seconds + d.milliseconds / 1000) / 86_400
  );
}

/** Reads a timer's text. */
export function parseTimer(text: string): TimerRead {
  const trimmed = text.trim();
  if (trimmed.startsWith('R')) return readCycle(trimmed);
  if (trimmed.startsWith('P')) {
    const every = readDuration(trimmed);
    if (every) return { ok: true, timer: { kind: 'duration', every } };
    return refuse(
      `「${text}」不是时长；应写成 P3D、PT2H、P1Y2M 这样（不超过一千年）`,
      `"${text}" is not a duration; write it like P3D, PT2H or P1Y2M (at most a thousand years)`,
    );
  }
  const at = readMoment(trimmed);
  if (at) return { ok: true, timer: { kind: 'date', at } };
  return refuse(
    `「${text}」不是日期、时长或周期；应写成 2026-03-01T09:00、P3D 或 R3/P1D 这样`,
    `"${text}" is no date, duration or cycle; write it like 2026-03-01T09:00, P3D or R3/P1D`,
  );
}

function readCycle(text: string): TimerRead {
  const parts = cycleText.exec(text);
  const every = readDuration(parts?.[3] ?? '');
  const start = parts?.[2] === undefined ? undefined : readMoment(parts[2]);
  if (!parts || !every || (parts[2] !== undefined && !start))
    return refuse(
      `「${text}」不是周期；应写成 R3/P1D 或 R3/2026-03-01T09:00/P1D 这样`,
      `"${text}" is not a cycle; write it like R3/P1D or R3/2026-03-01T09:00/P1D`,
    );
  if (roughDays(every) < 1 / 86_400)
    return refuse(`「${text}」的周期短于一秒，不能执行`, `The cycle "${text}" is shorter than one second and cannot be run`);
  const times = parts[1] === '' ? null : Number(parts[1]);
  if (times === 0) return refuse(`「${text}」一次也不执行；次数至少为 1`, `The cycle "${text}" never fires; it needs at least one turn`);
  return { ok: true, timer: { kind: 'cycle', times, every, ...(start ? { start } : {}) } };
}

export interface TimerDue {
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** Firings that follow this one; null: without end. */
  readonly left: number | null;
}
export interface ArmedTimer {
  readonly timer: Timer;
  /** Epoch milliseconds at which the timer was armed. */
  readonly from: number;
  readonly zone: string;
  /** How often it has fired since. */
  readonly fired: number;
}

/** When an armed timer fires next; undefined when it will not fire again. Counted from its origin, so months do not drift. */
export function dueOf({ timer, from, zone, fired }: ArmedTimer): TimerDue | undefined {
  if (timer.kind !== 'cycle') {
    if (fired > 0) return undefined;
    return { dueAt: timer.kind === 'date' ? momentMs(timer.at, zone) : (later(from, zone, timer.every, 1) ?? from), left: 0 };
  }
  const origin = timer.start === undefined ? from : momentMs(timer.start, zone);
  // Without a start the first turn comes one duration after arming; with one, at the start itself.
  const skipped = timer.start === undefined ? 1 : turnsBefore({ origin, from, zone, every: timer.every, times: timer.times });
  const turn = fired + skipped;
  const number = timer.start === undefined ? turn : turn + 1;
  if (timer.times !== null && number > timer.times) return undefined;
  const dueAt = later(origin, zone, timer.every, turn);
  return dueAt === undefined ? undefined : { dueAt, left: timer.times === null ? null : timer.times - number };
}

/** When a timer armed at `from` first fires. A date in the past is due at once. */
export function nextDue(
  text: string,
  from: number,
  zone: string,
): { readonly ok: true; readonly due: TimerDue } | { readonly ok: false; readonly message: Words } {
  const read = parseTimer(text);
  if (!read.ok) return read;
  const due = dueOf({ timer: read.timer, from, zone, fired: 0 });
  return due
    ? { ok: true, due }
    : { ok: false, message: { zh: `「${text}」超出可用的时间范围`, en: `"${text}" lies beyond the usable range of time` } };
}

function momentMs(moment: TimerMoment, zone: string): number {
  return 'fixed' in moment ? moment.fixed : moment.wall.toZonedDateTime(zone).epochMilliseconds;
}

/** origin + turns × every, or undefined past the year 9999. */
function later(origin: number, zone: string, every: Temporal.Duration, turns: number): number | undefined {
  const start = Temporal.Instant.fromEpochMilliseconds(origin).toZonedDateTimeISO(zone);
  if ((roughDays(every) * turns) / 365.2425 > lastYear - start.year) return undefined;
  const total = new Temporal.Duration(
    every.years * turns,
    every.months * turns,
    every.weeks * turns,
    every.days * turns,
    every.hours * turns,
    every.minutes * turns,
    every.seconds * turns,
    every.milliseconds * turns,
  );
  return start.add(total).epochMilliseconds;
}

/** Turns of a started cycle that had passed when it was armed; the last turn is kept, so that a late cycle still fires. */
function turnsBefore(of: { origin: number; from: number; zone: string; every: Temporal.Duration; times: number | null }): number {
  let low = 0;
  let high = of.times === null ? Number.MAX_SAFE_INTEGER : of.times - 1;
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    const at = later(of.origin, of.zone, of.every, middle);
    if (at === undefined || at >= of.from) high = middle;
    else low = middle + 1;
  }
  return low;
}
