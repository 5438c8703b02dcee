// POST …/tasks/:node/objections: the step is held until the objection is answered and released.
import { commandDone } from '../../contract/cases.ts';
import { raiseObjection } from '../../contract/supervision.ts';
import { orderIn, stepParams } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const raiseObjectionRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/tasks/:node/objections',
  policy: 'signedIn',
  says: { zh: '提出异议', en: 'Raise an objection' },
  params: stepParams,
  body: raiseObjection,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'RaiseObjection', node: call.params.node, ...call.body }),
});
