// The right to see a case, as a condition over case_head h and its procedure_version v. Parameters: all, person, offices, bodies.
// Supervisors, secretaries and administrators see all; others what they, their office or their body have or had a part in.
import type { Sees } from '../../../ports/case-views.ts';

/** `first` is the number of the first of the four parameters. */
export const visibleCase = (first: number): string =>
  `($${first}::bool or h.started_by = $${first + 1}::text or h.persons @> array[$${first + 1}::text] or h.offices && $${first + 2}::text[] or v.summary::jsonb->'bodies' ?| $${first + 3}::text[])`;

export const visibleCaseValues = (sees: Sees): readonly unknown[] =>
  sees === 'all' ? [true, '', [], []] : [false, sees.person, sees.offices, sees.bodies];

/** A text to look for, as a LIKE pattern that takes it literally; null where there is none. */
export const containing = (search: string | undefined): string | null =>
  search === undefined || search.trim() === '' ? null : `%${search.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
