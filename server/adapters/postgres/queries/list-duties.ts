// One page of the open duties of a person: named personally, or through an office where nobody is named. Due first, then oldest.

import type { DutyFilter, DutyRow, Listed } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';
import { containing } from './visible-case.ts';

interface Row {
  readonly case_id: string;
  readonly title: string;
  readonly procedure_key: string;
  readonly procedure_name: string;
  readonly procedure_version: number;
  readonly node: number;
  readonly element: string;
  readonly duty: DutyRow['duty'];
  readonly status: DutyRow['status'];
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly overdue: boolean;
}
const tables =
  'work_item w join case_head h on h.id = w.case_id join procedure_version v on v.key = h.procedure_key and v.version = h.procedure_version';
const where = `(w.persons @> array[$1::text] or w.offices && $2::text[])
  and ($4::text is null or w.duty = $4) and ($5::bool is null or coalesce(w.due_at < $3, false) = $5) and ($6::text is null or h.title ilike $6)`;
const text = `select w.case_id, h.title, h.procedure_key, v.name as procedure_name, h.procedure_version, w.node, w.element, w.duty, w.status, w.opened_at, w.due_at,
  coalesce(w.due_at < $3, false) as overdue
from ${tables} where ${where} order by w.due_at nulls last, w.opened_at, w.case_id, w.node, w.duty limit $7 offset $8`;
const countText = `select count(*)::int as total from ${tables} where ${where}`;

export async function listDuties(db: Queryable, filter: DutyFilter): Promise<Listed<DutyRow>> {
  const shared = [
    filter.person,
    filter.offices,
    new Date(filter.at),
    filter.duty ?? null,
    filter.overdue ?? null,
    containing(filter.search),
  ];
  const [rows, count] = await Promise.all([
    db.query<Row>(text, [...shared, filter.size, (filter.page - 1) * filter.size]),
    db.query<{ total: number }>(countText, shared),
  ]);
  return { items: rows.rows.map(dutyRow), total: count.rows[0]?.total ?? 0 };
}

const dutyRow = (r: Row): DutyRow => ({
  case: r.case_id,
  caseTitle: r.title,
  procedure: r.procedure_key,
  procedureName: r.procedure_name,
  procedureVersion: r.procedure_version,
  node: r.node,
  element: r.element,
  duty: r.duty,
  status: r.status,
  openedAt: r.opened_at.getTime(),
  ...(r.due_at !== null && { dueAt: r.due_at.getTime() }),
  overdue: r.overdue,
});
