// One case, if it may be seen.
import type pg from 'pg';
import type { CaseRow, Sees } from '../../../ports/case-views.ts';
import { caseColumns, caseRow, caseTables, type CaseColumns } from './case-row.ts';
import { visibleCase, visibleCaseValues } from './visible-case.ts';

const text = `select ${caseColumns(1)} from ${caseTables} where h.id = $6 and ${visibleCase(2)} and (not $7::bool or v.summary->'matter'->>'class' is distinct from 'appointment')`;

export async function findCase(db: pg.Pool, id: string, sees: Sees, at: number, publicOnly: boolean): Promise<CaseRow | undefined> {
  const { rows } = await db.query<CaseColumns>({ name: 'find-case', text, values: [new Date(at), ...visibleCaseValues(sees), id, publicOnly] });
  return rows[0] && caseRow(rows[0]);
}
