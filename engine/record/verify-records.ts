// Is a chain of records whole? Promise: pure and total; names the first bad record, counted from 1, and why.
// What it cannot know alone: whether the newest records were cut off. Say what is expected (`head`, `count`) and that is found too.
import type { Words } from '../model/json.ts';
import type { Sha256 } from './bytes.ts';
import { type RecordFault, recordFaults } from './fault.ts';
import { hashRecord, noPrevious, type ParsedRecord, parseRecord } from './record.ts';

export interface RecordLine {
  /** Number and hash as they are stored beside the bytes; both are checked when given. */
  readonly n?: number;
  readonly hash?: string;
  readonly bytes: Uint8Array;
}
export interface Expected {
  readonly case?: string;
  readonly procedure?: ParsedRecord['procedure'];
  /** Hash of the last record, as somebody else noted it. */
  readonly head?: string;
  readonly count?: number;
}
export interface BadRecord {
  readonly n: number;
  readonly why: RecordFault;
  readonly words: Words;
}
export type Verdict =
  | { readonly whole: true; readonly records: number; readonly head: string }
  | { readonly whole: false; readonly records: number; readonly firstBad: BadRecord };

interface Link {
  readonly record?: ParsedRecord;
  readonly hash: string;
}

/** What is wrong with the line at place `n`, given the one before it. */
function faultOf(line: RecordLine, n: number, before: Link, expected: Expected, hash: string): RecordFault | ParsedRecord {
  if (line.n !== undefined && line.n !== n) return 'record.wrong-number';
  if (line.hash !== undefined && line.hash !== hash) return 'record.wrong-hash';
  const parsed = parseRecord(line.bytes);
  if (!parsed.ok) return parsed.code;
  const record = parsed.record;
  const first = before.record ?? record;
  if (record.case !== (expected.case ?? first.case)) return 'record.other-case';
  if (record.n !== n) return 'record.wrong-number';
  if (record.prev !== before.hash) return 'record.wrong-prev';
  const bound = expected.procedure ?? first.procedure;
  if (record.procedure.key !== bound.key || record.procedure.version !== bound.version || record.procedure.hash !== bound.hash)
    return 'record.other-procedure';
  // Both are written in the same fixed form, so the order of the texts is the order of the instants.
  if (record.at < first.at) return 'record.time-back';
  return record;
}

function faultOfEnd(records: number, head: string, expected: Expected): BadRecord | undefined {
  const bad = (n: number, why: RecordFault): BadRecord => ({ n, why, words: recordFaults[why] });
  if (expected.count !== undefined && records < expected.count) return bad(records + 1, 'record.missing');
  if (expected.count !== undefined && records > expected.count) return bad(expected.count + 1, 'record.unexpected');
  if (expected.head !== undefined && expected.head !== head) return bad(Math.max(records, 1), 'record.wrong-head');
  return undefined;
}

export function verifyRecords(lines: Iterable<RecordLine>, sha256: Sha256, expected: Expected = {}): Verdict {
  let before: Link = { hash: noPrevious };
  let records = 0;
  for (const line of lines) {
    const hash = hashRecord(line.bytes, sha256);
    const found = faultOf(line, records + 1, before, expected, hash);
    if (typeof found === 'string') return { whole: false, records, firstBad: { n: records + 1, why: found, words: recordFaults[found] } };
    before = { record: found, hash };
    records += 1;
  }
  const end = faultOfEnd(records, before.hash, expected);
  return end ? { whole: false, records, firstBad: end } : { whole: true, records, head: before.hash };
}
