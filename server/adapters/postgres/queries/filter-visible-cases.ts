// Which of these cases may be seen.

import type { Sees } from '../../../ports/case-views.ts';
import type { Queryable } from '../database.ts';
import { caseTables } from './case-row.ts';
import { visibleCase, visibleCaseValues } from './visible-case.ts';

const text = `select h.id from ${caseTables} where h.id = any($5::uuid[]) and ${visibleCase(1)} and (not $6::bool or v.summary->'matter'->>'class' is distinct from 'appointment')`;

export async function filterVisibleCases(
  db: Queryable,
  ids: readonly string[],
  sees: Sees,
  publicOnly: boolean,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(text, [...visibleCaseValues(sees), ids, publicOnly]);
  return new Set(rows.map((r) => r.id));
}
