// POST …/tasks/:node/objections/release: only the office that objected may.
import { commandDone } from '../../contract/cases.ts';
import { releaseObjection } from '../../contract/supervision.ts';
import { orderIn, stepParams } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const releaseObjectionRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/tasks/:node/objections/release',
  policy: 'signedIn',
  says: { zh: '解除异议', en: 'Release an objection' },
  params: stepParams,
  body: releaseObjection,
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'ReleaseObjection', node: call.params.node, ...call.body }),
});
