// One page of the cases somebody may see, newest first.

import type { CaseFilter, CaseRow, Listed, Sees } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';
import { type CaseColumns, caseColumns, caseRow, caseTables } from './case-row.ts';
import { containing, visibleCase, visibleCaseValues } from './visible-case.ts';

// $1 at, $2…$5 sees, $6 status, $7 procedure, $8 watch, $9 search, $10 open to the public only
const where = `${visibleCase(2)}
  and ($6::text is null or h.status = $6) and ($7::text is null or h.procedure_key = $7)
  and ($9::text is null or h.title ilike $9)
  and (not $10::bool or v.summary->'matter'->>'class' is distinct from 'appointment')
  and case $8::text
    when 'supervision' then h.awaits_supervision
    when 'objection' then h.open_objections > 0
    when 'incident' then h.incidents > 0
    when 'overdue' then exists (select from work_item w where w.case_id = h.id and w.due_at < $1)
    else true end`;
const text = `select ${caseColumns(1)} from ${caseTables} where ${where} order by h.started_at desc, h.id limit $11 offset $12`;
const countText = `select count(*)::int as total from ${caseTables} where ${where}`;

export async function listCases(db: Queryable, filter: CaseFilter, sees: Sees, at: number): Promise<Listed<CaseRow>> {
  const shared = [
    new Date(at),
    ...visibleCaseValues(sees),
    filter.status ?? null,
    filter.procedure ?? null,
    filter.watch ?? null,
    containing(filter.search),
    filter.publicOnly ?? false,
  ];
  const [rows, count] = await Promise.all([
    db.query<CaseColumns>(text, [...shared, filter.size, (filter.page - 1) * filter.size]),
    db.query<{ total: number }>(countText, shared),
  ]);
  return { items: rows.rows.map(caseRow), total: count.rows[0]?.total ?? 0 };
}
