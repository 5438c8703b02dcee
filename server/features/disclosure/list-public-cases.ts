// GET /api/public/cases: public cases and how far they are.
import { publicCaseList, publicCaseQuery } from '../../contract/public.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { publicCaseOf } from './public-case.ts';

export const listPublicCases = routesOf<Services>().json({
  method: 'GET',
  path: '/api/public/cases',
  policy: 'anyone',
  says: { zh: '公开的事项', en: 'Public cases' },
  query: publicCaseQuery,
  answer: publicCaseList,
  handle: async (services, { query, at }) => {
    const listed = await services.views.cases({ ...query, publicOnly: true }, 'all', at);
    const items = await Promise.all(listed.items.map((row) => publicCaseOf(services, row)));
    return done({ items: items.filter((x) => x !== undefined), total: listed.total, page: query.page, size: query.size });
  },
});
