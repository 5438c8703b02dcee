// POST …/meetings/recuse: a member is recused from the item, with the reason.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { commandDone } from '../../contract/cases.ts';
import { declareRecusal } from '../../contract/meetings.ts';
import { orderIn } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const declareRecusalRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/meetings/recuse',
  policy: 'signedIn',
  says: { zh: '声明回避', en: 'Declare a recusal' },
  params: z.object({ id: caseId }),
  body: declareRecusal,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'DeclareRecusal', ...call.body }),
});
