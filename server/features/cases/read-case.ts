// GET /api/cases/:id: the case on its diagram: where it stands, the path so far, who acted when, what can come next.
import { z } from 'zod';
import { nextSteps } from '../../../engine/index.ts';
import { caseId } from '../../contract/answers.ts';
import { caseDetail } from '../../contract/cases.ts';
import { elementName, eyesOf, openNodes, openStepOf } from '../../pipeline/open-step.ts';
import { done } from '../../pipeline/outcome.ts';
import { readAll } from '../../pipeline/read-records.ts';
import { routesOf } from '../../pipeline/route.ts';
import { seenStand } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';
import { caseLineOf } from './case-line.ts';
import { marksOf, openedAtOf, takenFlowsOf } from './drawn-state.ts';
import { pathOf } from './path.ts';

export const readCase = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases/:id',
  policy: 'signedIn',
  says: { zh: '事项详情', en: 'One case' },
  params: z.object({ id: caseId }),
  answer: caseDetail,
  handle: async (services, { params, reader, at }) => {
    const seen = await seenStand(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const { row, state, loaded } = seen.value;
    const [records, eyes] = await Promise.all([readAll(services.cases, row.id), eyesOf(services, reader, at)]);
    const openedAt = openedAtOf(records);
    const running = state.status === 'running';
    return done({
      ...(await caseLineOf(services, row, eyes.roster)),
      xml: loaded.xml,
      variables: Object.fromEntries(state.nodes.get(state.root)?.variables ?? []) as z.output<typeof caseDetail>['variables'],
      open: running ? openNodes(state).map((node) => openStepOf(seen.value, node, openedAt.get(node.id) ?? row.changedAt, eyes)) : [],
      marks: marksOf(state, records),
      takenFlows: takenFlowsOf(records),
      path: pathOf(records, seen.value, eyes.roster),
      next: running
        ? nextSteps(loaded.procedure, state).map((s) => ({ element: s.element, name: elementName(seen.value, s.element), after: s.after }))
        : [],
      incidentList: [...state.incidents.values()].map((i) => ({ id: i.id, element: i.element, code: i.code, detail: i.detail })),
    });
  },
});
