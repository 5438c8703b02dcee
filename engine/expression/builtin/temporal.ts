// Functions of dates, times and durations (DMN 1.3 §10.3.4.1, §10.3.4.7; now and today as in DMN 1.4): the clock is the caller's.
import { Temporal } from 'temporal-polyfill';
import { isInteger } from '../number.ts';
import { monthsDuration } from '../temporal-arithmetic.ts';
import { inRange, readDate, readDateTime, readDuration, readTime } from '../temporal-text.ts';
import type { FeelDate, FeelDateTime, Value } from '../value.ts';
import { type Args, type Functions, isObject } from './builtin.ts';

const notThere = (args: Args, i: number): never => args.bad(i, `"${args.text(i).slice(0, 40)}"`);

function dateFrom(args: Args): Value {
  const from = args.any(0);
  if (isObject(from) && from.kind === 'date') return from;
  if (isObject(from) && from.kind === 'date and time') return { kind: 'date', plain: from.plain.toPlainDate() };
  return readDate(args.text(0), args.run) ?? notThere(args, 0);
}

function dateOf(args: Args): Value {
  const [year, month, day] = [args.integer(0), args.integer(1), args.integer(2)];
  args.run.charge(10);
  const plain = inRange(() => new Temporal.PlainDate(year, month, day));
  return plain ? { kind: 'date', plain } : args.bad(2, `${year}-${month}-${day}`);
}

function timeFrom(args: Args): Value {
  const from = args.any(0);
  if (isObject(from)) {
    if (from.kind === 'time') return from;
    if (from.kind === 'date and time')
      return { kind: 'time', plain: from.plain.toPlainTime(), ...(from.zone === undefined ? {} : { zone: from.zone }) };
    if (from.kind === 'date') return { kind: 'time', plain: Temporal.PlainTime.from('00:00'), zone: 'Z' };
  }
  return readTime(args.text(0), args.run) ?? notThere(args, 0);
}

function timeOf(args: Args): Value {
  const second = args.number(2);
  if (!isInteger(second)) return args.bad(2, String(second));
  const [hour, minute] = [args.integer(0), args.integer(1)];
  args.run.charge(10);
  const plain = inRange(() => new Temporal.PlainTime(hour, minute, args.integer(2)));
  if (!plain) return args.bad(0, `${hour}:${minute}`);
  const offset = args.any(3);
  if (offset === null) return { kind: 'time', plain };
  if (!isObject(offset) || offset.kind !== 'days and time duration') return args.bad(3);
  const minutes = Number(offset.ns / 60_000_000_000n);
  if (Math.abs(minutes) > 18 * 60 || offset.ns % 60_000_000_000n !== 0n) return args.bad(3);
  const two = (n: number): string => String(Math.abs(n)).padStart(2, '0');
  const zone = minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
  return { kind: 'time', plain, zone };
}

const isMoment = (value: Value): value is FeelDate | FeelDateTime =>
  isObject(value) && (value.kind === 'date' || value.kind === 'date and time');

function momentFrom(args: Args): Value {
  const from = args.any(0);
  if (isMoment(from)) return from.kind === 'date' ? { kind: 'date and time', plain: from.plain.toPlainDateTime() } : from;
  return readDateTime(args.text(0), args.run) ?? notThere(args, 0);
}

function momentOf(args: Args): Value {
  const [date, time] = [args.any(0), args.any(1)];
  if (!isMoment(date)) return args.bad(0);
  if (!isObject(time) || time.kind !== 'time') return args.bad(1);
  const day = date.kind === 'date' ? date.plain : date.plain.toPlainDate();
  const plain = inRange(() => day.toPlainDateTime(time.plain));
  return plain ? { kind: 'date and time', plain, ...(time.zone === undefined ? {} : { zone: time.zone }) } : args.bad(0);
}

function durationFrom(args: Args): Value {
  const from = args.any(0);
  if (isObject(from) && (from.kind === 'days and time duration' || from.kind === 'years and months duration')) return from;
  return readDuration(args.text(0), args.run) ?? notThere(args, 0);
}

/** Whole months from the one to the other, toward zero. */
function monthsBetween(args: Args): Value {
  const [from, to] = [args.any(0), args.any(1)];
  if (!isMoment(from)) return args.bad(0);
  if (!isMoment(to)) return args.bad(1);
  const day = (moment: FeelDate | FeelDateTime): Temporal.PlainDate => (moment.kind === 'date' ? moment.plain : moment.plain.toPlainDate());
  const apart = inRange(() => day(from).until(day(to), { largestUnit: 'month' }).months);
  return (apart === undefined ? undefined : monthsDuration(apart)) ?? args.bad(1);
}

function now(args: Args): FeelDateTime {
  const { clock } = args.run;
  const plain = Temporal.Instant.fromEpochMilliseconds(clock.now).toZonedDateTimeISO(clock.zone).toPlainDateTime();
  return { kind: 'date and time', plain, zone: clock.zone };
}
const today = (args: Args): FeelDate => ({ kind: 'date', plain: now(args).plain.toPlainDate() });

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function ofDay(read: (plain: FeelDate['plain'] | FeelDateTime['plain']) => Value | undefined): Functions[string] {
  return [
    {
      params: ['date'],
      cost: 30,
      run: (args) => {
        const date = args.any(0);
        return isMoment(date) ? (read(date.plain) ?? null) : args.bad(0);
      },
    },
  ];
}

export const temporalFunctions: Functions = {
  date: [
    { params: ['from'], cost: 4, literal: true, run: dateFrom },
    { params: ['year', 'month', 'day'], cost: 4, literal: true, run: dateOf },
  ],
  time: [
    { params: ['from'], cost: 4, literal: true, run: timeFrom },
    { params: ['hour', 'minute', 'second', 'offset?'], cost: 4, literal: true, run: timeOf },
  ],
  'date and time': [
    { params: ['from'], cost: 4, literal: true, run: momentFrom },
    { params: ['date', 'time'], cost: 4, run: momentOf },
  ],
  duration: [{ params: ['from'], cost: 4, literal: true, run: durationFrom }],
  'years and months duration': [{ params: ['from', 'to'], cost: 30, run: monthsBetween }],
  now: [{ params: [], cost: 30, run: now }],
  today: [{ params: [], cost: 30, run: today }],
  'day of year': ofDay((plain) => plain.dayOfYear),
  'day of week': ofDay((plain) => dayNames[plain.dayOfWeek - 1]),
  'month of year': ofDay((plain) => monthNames[plain.month - 1]),
  'week of year': ofDay((plain) => plain.weekOfYear),
};
