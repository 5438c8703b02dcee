// POST /api/cases/:id/incidents/:incident/resolve: lets the machine try again where it got stuck.
import { z } from 'zod';
import { caseId } from '../../contract/answers.ts';
import { commandDone } from '../../contract/cases.ts';
import { orderIn } from '../../pipeline/at-step.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';

export const resolveIncident = routesOf<Services>().json({
  method: 'POST',
  path: '/api/cases/:id/incidents/:incident/resolve',
  policy: ['secretary'],
  says: { zh: '处理异常', en: 'Resolve an incident' },
  params: z.object({ id: caseId, incident: z.coerce.number().int().min(0) }),
  answer: commandDone,
  handle: (services, call) => orderIn(services, call.params.id, call, { type: 'ResolveIncident', incident: call.params.incident }),
});
