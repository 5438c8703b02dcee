// POST …/tasks/:node/complete: the step is done, with what its form asks for. Every gate is the core's.
import { commandDone, completeTask } from '../../contract/cases.ts';
import { orderIn, stepParams } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const completeTaskRoute = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/tasks/:node/complete',
  policy: 'signedIn',
  says: { zh: '办结一步', en: 'Complete a step' },
  params: stepParams,
  body: completeTask,
  answer: commandDone,
  handle: (services, call) =>
    orderIn(services, call.params.id, call, { type: 'CompleteTask', node: call.params.node, variables: call.body.variables }),
});
