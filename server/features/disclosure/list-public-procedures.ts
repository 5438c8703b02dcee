// GET /api/public/procedures: the published catalogue.
import { page } from '../../contract/answers.ts';
import { publicProcedureList } from '../../contract/public.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { publicLineOf } from './public-line.ts';

export const listPublicProcedures = routesOf<Services>().json({
  method: 'GET',
  path: '/api/public/procedures',
  policy: 'anyone',
  says: { zh: '公开目录', en: 'Published catalogue' },
  query: page,
  answer: publicProcedureList,
  handle: async (services, { query }) => {
    const listed = await services.views.procedures(query);
    return done({ items: listed.items.map(publicLineOf), total: listed.total, page: query.page, size: query.size });
  },
});
