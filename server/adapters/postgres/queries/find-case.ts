// One case, if it may be seen.

import type { CaseRow, Sees } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';
import { type CaseColumns, caseColumns, caseRow, caseTables } from './case-row.ts';
import { visibleCase, visibleCaseValues } from './visible-case.ts';

const text = `select ${caseColumns(1)} from ${caseTables} where h.id = $6 and ${visibleCase(2)} and (not $7::bool or v.summary->'matter'->>'class' is distinct from 'appointment')`;

export async function findCase(db: Queryable, id: string, sees: Sees, at: number, publicOnly: boolean): Promise<CaseRow | undefined> {
  const { rows } = await db.query<CaseColumns>(text, [new Date(at), ...visibleCaseValues(sees), id, publicOnly]);
  return rows[0] && caseRow(rows[0]);
}
