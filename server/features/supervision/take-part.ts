// POST …/tasks/:node/take-part: the supervisor attends, cosigns, reviews or takes note.
import { commandDone } from '../../contract/cases.ts';
import { takePart } from '../../contract/supervision.ts';
import { orderIn, stepParams } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const takePartRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/tasks/:node/take-part',
  policy: 'signedIn',
  says: { zh: '参与监督', en: 'Take part as supervisor' },
  params: stepParams,
  body: takePart,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'TakePart', node: call.params.node, ...call.body }),
});
