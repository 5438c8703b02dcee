// POST …/tasks/:node/objections/answer: those who do the step answer for it.
import { commandDone } from '../../contract/cases.ts';
import { answerObjection } from '../../contract/supervision.ts';
import { orderIn, stepParams } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const answerObjectionRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/tasks/:node/objections/answer',
  policy: 'signedIn',
  says: { zh: '答复异议', en: 'Answer an objection' },
  params: stepParams,
  body: answerObjection,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'AnswerObjection', node: call.params.node, ...call.body }),
});
