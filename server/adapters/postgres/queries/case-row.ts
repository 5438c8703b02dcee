// The columns of a case in lists, and how a row of them is read.
import type { CaseStatus } from '../../../../engine/index.ts';
import type { CaseRow } from '../../../ports/case-views.ts';

/** Over case_head h and procedure_version v; `at` is the number of the parameter with the present moment. */
export const caseColumns = (
  at: number,
): string => `h.id, h.title, h.procedure_key, v.name as procedure_name, h.procedure_version, h.status, h.version, h.started_at, h.changed_at, h.started_by,
  h.stands_at, h.awaits_supervision, h.open_objections, h.incidents,
  exists (select from work_item w where w.case_id = h.id and w.due_at < $${at}) as overdue`;

export const caseTables = 'case_head h join procedure_version v on v.key = h.procedure_key and v.version = h.procedure_version';

export interface CaseColumns {
  readonly id: string;
  readonly title: string;
  readonly procedure_key: string;
  readonly procedure_name: string;
  readonly procedure_version: number;
  readonly status: CaseStatus;
  readonly version: number;
  readonly started_at: Date;
  readonly changed_at: Date;
  readonly started_by: string;
  readonly stands_at: readonly string[];
  readonly awaits_supervision: boolean;
  readonly open_objections: number;
  readonly incidents: number;
  readonly overdue: boolean;
}

export const caseRow = (r: CaseColumns): CaseRow => ({
  id: r.id,
  title: r.title,
  procedure: r.procedure_key,
  procedureName: r.procedure_name,
  procedureVersion: r.procedure_version,
  status: r.status,
  version: r.version,
  startedAt: r.started_at.getTime(),
  changedAt: r.changed_at.getTime(),
  startedBy: r.started_by,
  standsAt: r.stands_at,
  overdue: r.overdue,
  awaitsSupervision: r.awaits_supervision,
  openObjections: r.open_objections,
  incidents: r.incidents,
});
