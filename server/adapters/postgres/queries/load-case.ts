// Reads where a case stands: its head, the newest snapshot and the records after it.
import type { CaseStatus, JsonObject } from '../../../../engine/index.ts';
import type { LoadedCase } from '../../../ports/case-store.ts';
import type { Queryable } from '../database.ts';
import { readRecords } from './read-records.ts';

interface Row {
  readonly procedure_key: string;
  readonly procedure_version: number;
  readonly title: string;
  readonly status: CaseStatus;
  readonly version: number;
  readonly head_hash: Buffer;
  readonly started_at: Date;
  readonly started_by: string;
  readonly changed_at: Date;
  readonly snapshot_version: number;
  readonly snapshot: JsonObject | null;
}

export async function loadCase(queryable: Queryable, id: string): Promise<LoadedCase | undefined> {
  const { rows } = await queryable.query<Row>(
    `select procedure_key, procedure_version, title, status, version, head_hash, started_at, started_by, changed_at, snapshot_version, snapshot
     from case_head where id = $1`,
    [id],
  );
  const row = rows[0];
  if (!row) return undefined;
  const from = row.snapshot_version + 1;
  // What was appended after the head was read is left out, so that head and records agree.
  const records = await readRecords(queryable, { case: id, from, limit: Math.max(0, row.version - from + 1) });
  return {
    head: {
      id,
      procedure: { key: row.procedure_key, version: row.procedure_version },
      title: row.title,
      status: row.status,
      version: row.version,
      hash: row.head_hash.toString('hex'),
      startedAt: row.started_at.getTime(),
      startedBy: row.started_by,
      changedAt: row.changed_at.getTime(),
    },
    ...(row.snapshot !== null && { snapshot: { version: row.snapshot_version, state: row.snapshot } }),
    records,
  };
}

export async function readCaseVersion(queryable: Queryable, id: string): Promise<number | undefined> {
  const { rows } = await queryable.query<{ version: number }>('select version from case_head where id = $1', [id]);
  return rows[0]?.version;
}
