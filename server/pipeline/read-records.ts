// The records of a case read back for the pages: bytes into what happened. What a page shows of a damaged record is nothing;
// saying that it is damaged is the record check's work (features/trail, `guicheng verify`).
import { type CaseEvent, parseRecord } from '../../engine/index.ts';
import type { CaseStore, StoredRecord } from '../ports/case-store.ts';

export interface ReadRecord {
  readonly stored: StoredRecord;
  /** Person who acted; `system` for timers and workers. */
  readonly person: string;
  readonly office: string | undefined;
  readonly command: string;
  readonly events: readonly CaseEvent[];
}
const batch = 500;

export async function allRecords(cases: Pick<CaseStore, 'records'>, id: string): Promise<readonly StoredRecord[]> {
  const found: StoredRecord[] = [];
  for (;;) {
    const next = await cases.records(id, found.length + 1, batch);
    found.push(...next);
    if (next.length < batch) return found;
  }
}

/** undefined where the bytes are not a record any more. */
export function readRecord(stored: StoredRecord): ReadRecord | undefined {
  const parsed = parseRecord(stored.bytes);
  if (!parsed.ok) return undefined;
  const { by, command, events } = parsed.record;
  return {
    stored,
    person: by === 'system' ? 'system' : by.person,
    office: by === 'system' ? undefined : by.office,
    command: command.type,
    // Written from events of the core and canonical, so they are events again.
    events: events as unknown as readonly CaseEvent[],
  };
}

/** All readable records of a case, in order. */
export async function readAll(cases: Pick<CaseStore, 'records'>, id: string): Promise<readonly ReadRecord[]> {
  return (await allRecords(cases, id)).flatMap((stored) => readRecord(stored) ?? []);
}
