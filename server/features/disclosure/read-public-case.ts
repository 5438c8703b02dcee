// GET /api/public/cases/:id: the stage line of one public case.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { publicCase } from '../../contract/public.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { publicCaseOf } from './public-case.ts';

export const readPublicCase = routesOf<Services>().json({
  method: 'GET',
  path: '/api/public/cases/:id',
  policy: 'anyone',
  says: { zh: '公开的事项进度', en: 'How far a public case is' },
  params: z.object({ id: caseId }),
  answer: publicCase,
  handle: async (services, { params, at }) => {
    const row = await services.views.publicCase(params.id, at);
    const found = row && (await publicCaseOf(services, row));
    return found ? done(found) : refused('case.unknown');
  },
});
