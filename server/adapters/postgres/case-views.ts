// The case-views port on PostgreSQL.

import type { CaseViews } from '../../ports/case-views.ts';
import type { Database } from './database.ts';
import { filterVisibleCases } from './queries/filter-visible-cases.ts';
import { findCase } from './queries/find-case.ts';
import { listCases } from './queries/list-cases.ts';
import { listDuties } from './queries/list-duties.ts';
import { listOpeningTimes } from './queries/list-opening-times.ts';
import { listProcedures } from './queries/list-procedures.ts';
import { listVersions } from './queries/list-versions.ts';

export const openCaseViews = (db: Database): CaseViews => ({
  cases: (filter, sees, at) => listCases(db, filter, sees, at),
  case: (id, sees, at) => findCase(db, id, sees, at, false),
  publicCase: (id, at) => findCase(db, id, 'all', at, true),
  visible: (ids, sees) => filterVisibleCases(db, ids, sees, false),
  publicOnes: (ids) => filterVisibleCases(db, ids, 'all', true),
  duties: (filter) => listDuties(db, filter),
  openedAt: (id) => listOpeningTimes(db, id),
  procedures: (window) => listProcedures(db, window),
  procedure: async (key) => (await listProcedures(db, { key, page: 1, size: 1 })).items[0],
  versions: (key) => listVersions(db, key),
});
