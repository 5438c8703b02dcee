// POST /api/procedures/:key/check: what deploying this drawing would say, without doing it.
import { z } from 'zod';
import { procedureKey } from '../../contract/answers.ts';
import { checkDrawing, checkResult } from '../../contract/procedures.ts';
import { judgeDrawing } from '../../pipeline/judge-drawing.ts';
import { done } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const checkDrawingRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/procedures/:key/check',
  policy: ['drafter'],
  says: { zh: '检查图', en: 'Check a drawing' },
  params: z.object({ key: procedureKey }),
  body: checkDrawing,
  answer: checkResult,
  handle: async (services, { params: { key }, body, at }) => {
    const [newest, roster] = await Promise.all([services.procedures.newest(key), services.roster.at()]);
    const judged = await judgeDrawing(
      {
        key,
        xml: body.xml,
        ...(newest && { process: newest.process, ...(newest.rules !== undefined && { rules: newest.rules }) }),
        forms: newest?.forms ?? {},
      },
      roster,
      { at, zone: services.zone },
    );
    return done({ problems: judged.problems.map((p) => ({ code: p.code, element: p.element, message: { ...p.message } })) });
  },
});
