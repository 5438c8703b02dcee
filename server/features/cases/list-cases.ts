// GET /api/cases: the cases the reader may see, newest first.
import { caseList, caseQuery } from '../../contract/cases.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seesOf } from '../../pipeline/sees.ts';
import type { Services } from '../../pipeline/services.ts';
import { caseLineOf } from './case-line.ts';

export const listCases = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases',
  policy: 'signedIn',
  says: { zh: '事项清单', en: 'Cases' },
  query: caseQuery,
  answer: caseList,
  handle: async (services, { query, reader, at }) => {
    const [listed, roster] = await Promise.all([services.views.cases(query, seesOf(reader), at), services.roster.at()]);
    const items = await Promise.all(listed.items.map((row) => caseLineOf(services, row, roster)));
    return done({ items, total: listed.total, page: query.page, size: query.size });
  },
});
