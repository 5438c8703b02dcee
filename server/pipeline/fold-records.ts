// From stored records back to the state of a case.
// Promise: nothing is folded that does not stand: each record must be readable, number on number, hash on hash; else UnreadableRecord names the
// first one that is not. Records before a snapshot are not looked at again here (the record check and `guicheng verify` look at all).
import { createHash } from 'node:crypto';
import { type CaseEvent, type CaseState, evolve, hashRecord, parseRecord } from '../../engine/index.ts';
import type { StoredRecord } from '../ports/case-store.ts';

export class UnreadableRecord extends Error {
  override name = 'UnreadableRecord';
  readonly n: number;
  constructor(id: string, n: number, why: string) {
    super(`record ${n} of case ${id} ${why}`);
    this.n = n;
  }
}

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The events of one record, by the case's own words; throws UnreadableRecord. */
export function eventsOf(stored: StoredRecord): readonly CaseEvent[] {
  const parsed = parseRecord(stored.bytes);
  if (!parsed.ok) throw new UnreadableRecord(stored.case, stored.n, `is damaged (${parsed.code})`);
  // The bytes are exactly what the core's events became when they were sealed: their hash was checked.
  return parsed.record.events as unknown as readonly CaseEvent[];
}

export interface Folded {
  readonly state: CaseState | undefined;
  readonly version: number;
  /** Hash of the last record; undefined where it is not known (a snapshot's). */
  readonly hash: string | undefined;
}

export function foldRecords(from: Folded, records: readonly StoredRecord[]): Folded {
  let { state, version, hash } = from;
  for (const record of records) {
    const fault = (why: string): UnreadableRecord => new UnreadableRecord(record.case, record.n, why);
    if (record.n !== version + 1) throw fault(`follows record ${version}: something between is missing`);
    if (hash !== undefined && record.prev !== hash) throw fault('does not follow the record before it');
    if (hashRecord(record.bytes, sha256) !== record.hash) throw fault('does not have the hash that was stored with it');
    for (const event of eventsOf(record)) state = evolve(state, event);
    version = record.n;
    hash = record.hash;
  }
  return { state, version, hash };
}
