// GET /api/public/procedures/:key: the chart of a procedure and its steps in plain words.
import { z } from 'zod';
import type { FlowNode, ProcessGraph } from '../../../engine/index.ts';
import { procedureKey } from '../../contract/answers.ts';
import { publicProcedureDetail } from '../../contract/public.ts';
import { stepsOf } from '../../pipeline/deploy-procedure.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { publicLineOf } from './public-line.ts';

export const readPublicProcedure = routesOf<Services>().json({
  method: 'GET',
  path: '/api/public/procedures/:key',
  policy: 'anyone',
  says: { zh: '规程公开图', en: 'Chart of a procedure' },
  params: z.object({ key: procedureKey }),
  answer: publicProcedureDetail,
  handle: async (services, { params: { key } }) => {
    const [row, loaded] = await Promise.all([services.views.procedure(key), services.library.find(key)]);
    if (!row || !loaded) return refused('procedure.unknown');
    const { graph } = loaded.procedure;
    return done({
      ...publicLineOf(row),
      hash: loaded.stored.hash,
      xml: loaded.xml,
      stepList: stepsOf(graph).map((node) => publicStep(node, graph)),
    });
  },
});

function publicStep(node: FlowNode, graph: ProcessGraph): z.output<typeof publicProcedureDetail>['stepList'][number] {
  const lane = graph.lanes.find((l) => l.id === node.lane)?.name;
  const { step, supervision } = node.rules;
  return {
    element: node.id,
    name: node.name ?? node.id,
    ...(lane !== undefined && { lane }),
    ...(step && { subject: step.subject, limit: step.limit }),
    supervised: supervision.length > 0,
  };
}
