// GET /api/procedures/:key: one version of a procedure with its drawing, steps and the list of versions.
import { z } from 'zod';
import type { FlowNode, ProcessGraph } from '../../../engine/index.ts';
import { procedureKey } from '../../contract/answers.ts';
import { procedureDetail } from '../../contract/procedures.ts';
import { stepsOf } from '../../pipeline/deploy-procedure.ts';
import { nameOfPerson } from '../../pipeline/names.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { formsOf } from './forms.ts';

export const readProcedure = routesOf<Services>().json({
  method: 'GET',
  path: '/api/procedures/:key',
  policy: 'signedIn',
  says: { zh: '规程详情', en: 'One procedure' },
  params: z.object({ key: procedureKey }),
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  answer: procedureDetail,
  handle: async (services, { params, query }) => {
    const found = await services.library.find(params.key, query.version);
    if (!found) return refused('procedure.unknown');
    const [versions, roster] = await Promise.all([services.views.versions(params.key), services.roster.at()]);
    const { stored, procedure, xml } = found;
    const forms = formsOf(stored.forms);
    const startForm = startFormOf(procedure.graph);
    return done({
      key: stored.key,
      name: stored.name,
      version: stored.version,
      hash: stored.hash,
      deployedAt: new Date(stored.deployedAt).toISOString(),
      xml,
      ...(procedure.graph.rules.matter && { matter: { ...procedure.graph.rules.matter } }),
      basis: procedure.graph.rules.basis.map((b) => b.text),
      rules: mutable(stored.rules ?? null),
      startForm: startForm === undefined ? null : mutable(stored.forms[startForm] ?? null),
      forms: forms.map((f) => f.key),
      steps: stepsOf(procedure.graph).map((node) => stepLine(node, procedure.graph)),
      versions: versions.map((v) => ({
        ...v,
        deployedAt: new Date(v.deployedAt).toISOString(),
        deployedBy: nameOfPerson(roster, v.deployedBy),
      })),
    });
  },
});

/** The form that starts a case by hand: of its start event, else of the process. */
function startFormOf(graph: ProcessGraph): string | undefined {
  const start = (graph.scopes[0]?.starts ?? []).map((id) => graph.nodes.get(id)).find((n) => n?.trigger.kind === 'none');
  return start?.rules.form?.key ?? graph.rules.form?.key;
}

function stepLine(node: FlowNode, graph: ProcessGraph): z.output<typeof procedureDetail>['steps'][number] {
  const lane = graph.lanes.find((l) => l.id === node.lane)?.name;
  const { assignment, supervision, document, deadline } = node.rules;
  return {
    element: node.id,
    name: node.name ?? node.id,
    kind: node.kind,
    ...(lane !== undefined && { lane }),
    offices: [...(assignment?.offices ?? [])],
    supervision: supervision.map((s) => `${s.office} ${s.mode} ${s.when}`),
    documents: document.map((d) => d.name),
    ...(deadline && { deadline: `${deadline.days} ${deadline.unit}` }),
  };
}

// Stored data is deeply readonly here and plain in the contract; the same bytes either way.
const mutable = (value: unknown): z.core.util.JSONType => value as z.core.util.JSONType;
