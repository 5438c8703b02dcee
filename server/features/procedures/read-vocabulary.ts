// GET /api/vocabulary/:key: the offices, bodies and forms that a drawing of this procedure may name.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { drawingVocabulary } from '../../contract/procedures.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { formsOf } from './forms.ts';

export const readVocabulary = routesOf<Services>().json({
  method: 'GET',
  path: '/api/vocabulary/:key',
  policy: ['drafter'],
  says: { zh: '绘图可用的岗位、机构和表单', en: 'Offices, bodies and forms for drawing' },
  params: z.object({ key: procedureKey }),
  answer: drawingVocabulary,
  handle: async (services, { params }) => {
    const [roster, newest] = await Promise.all([services.roster.at(), services.procedures.newest(params.key)]);
    return done({
      offices: [...roster.offices].map(([key, name]) => ({ key, name: { ...name } })),
      bodies: [...roster.bodies].map(([key, name]) => ({ key, name: { ...name } })),
      forms: formsOf(newest?.forms ?? {}).map((f) => ({
        key: f.key,
        title: { ...f.title },
        form: (newest?.forms[f.key] ?? null) as z.core.util.JSONType,
      })),
    });
  },
});
