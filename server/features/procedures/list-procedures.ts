// GET /api/procedures: the procedures in force, one page of them.
import { page } from '../../contract/answers.ts';
import { procedureList } from '../../contract/procedures.ts';
import { nameOfPerson } from '../../pipeline/names.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { matterOf } from './summary.ts';

export const listProcedures = routesOf<Services>().json({
  method: 'GET',
  path: '/api/procedures',
  policy: 'signedIn',
  says: { zh: '规程清单', en: 'Procedures in force' },
  query: page,
  answer: procedureList,
  handle: async (services, { query }) => {
    const [listed, roster] = await Promise.all([services.views.procedures(query), services.roster.at()]);
    const items = listed.items.map((row) => ({
      key: row.key,
      name: row.name,
      version: row.version,
      deployedAt: new Date(row.deployedAt).toISOString(),
      deployedBy: nameOfPerson(roster, row.deployedBy),
      ...matterOf(row.summary),
      hasDraft: row.hasDraft,
      runningCases: row.runningCases,
    }));
    return done({ items, total: listed.total, page: query.page, size: query.size });
  },
});
