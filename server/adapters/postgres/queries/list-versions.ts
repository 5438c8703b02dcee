// All versions of a procedure, newest first, with the running cases of each.

import type { VersionRow } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';

interface Row {
  readonly version: number;
  readonly hash: string;
  readonly deployed_at: Date;
  readonly deployed_by: string;
  readonly note: string;
  readonly running: number;
}
const text = `
select v.version, encode(v.hash, 'hex') as hash, v.deployed_at, v.deployed_by, v.note,
  (select count(*)::int from case_head h where h.procedure_key = v.key and h.procedure_version = v.version and h.status = 'running') as running
from procedure_version v where v.key = $1 order by v.version desc limit 500`;

export async function listVersions(db: Queryable, key: string): Promise<readonly VersionRow[]> {
  const { rows } = await db.query<Row>(text, [key]);
  return rows.map((r) => ({
    version: r.version,
    hash: r.hash,
    deployedAt: r.deployed_at.getTime(),
    deployedBy: r.deployed_by,
    note: r.note,
    runningCases: r.running,
  }));
}
