// The newest version of every procedure, or of one, by name.

import type { JsonObject } from '../../../../engine/index.ts';
import type { Listed, ProcedureRow, Window } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';
import { containing } from './visible-case.ts';

interface Row {
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly deployed_at: Date;
  readonly deployed_by: string;
  readonly summary: JsonObject;
  readonly has_draft: boolean;
  readonly running: number;
  readonly total: number;
}
const text = `
with newest as (
  select distinct on (key) key, name, version, deployed_at, deployed_by, summary from procedure_version where $1::text is null or key = $1 order by key, version desc
)
select n.*, exists (select from procedure_draft d where d.key = n.key and d.xml is not null) as has_draft,
  (select count(*)::int from case_head h where h.procedure_key = n.key and h.status = 'running') as running,
  count(*) over ()::int as total
from newest n where $2::text is null or n.name ilike $2 or n.key ilike $2
order by n.name, n.key limit $3 offset $4`;

export async function listProcedures(db: Queryable, window: Window & { readonly key?: string }): Promise<Listed<ProcedureRow>> {
  const { rows } = await db.query<Row>(text, [window.key ?? null, containing(window.search), window.size, (window.page - 1) * window.size]);
  return { items: rows.map(procedureRow), total: rows[0]?.total ?? 0 };
}

const procedureRow = (r: Row): ProcedureRow => ({
  key: r.key,
  name: r.name,
  version: r.version,
  deployedAt: r.deployed_at.getTime(),
  deployedBy: r.deployed_by,
  summary: r.summary,
  hasDraft: r.has_draft,
  runningCases: r.running,
});
