// GET …/tasks/:node: one open step with everything its page needs: the five facts, the form, what it may read, what the reader may do.
import type { z } from 'zod';
import type { CaseState, FlowNode, NodeState } from '../../../engine/index.ts';
import { taskDetail } from '../../contract/cases.ts';
import { stepParams } from '../../pipeline/at-step.ts';
import { eyesOf, openNodes, openStepOf } from '../../pipeline/open-step.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import { type SeenStand, seenStand } from '../../pipeline/seen-case.ts';
import type { Services } from '../../pipeline/services.ts';

type TaskDetail = z.output<typeof taskDetail>;

export const readTask = routesOf<Services>().json({
  method: 'GET',
  path: '/api/cases/:id/tasks/:node',
  policy: 'signedIn',
  says: { zh: '一步的办理页', en: 'One open step' },
  params: stepParams,
  answer: taskDetail,
  handle: async (services, { params, reader, at }) => {
    const seen = await seenStand(services, params.id, reader, at);
    if (!seen.ok) return seen;
    const stand = seen.value;
    const node = stand.state.status === 'running' ? openNodes(stand.state).find((n) => n.id === params.node) : undefined;
    if (!node) return refused('task.unknown');
    const [eyes, openedAt] = await Promise.all([eyesOf(services, reader, at), services.views.openedAt(params.id)]);
    return done({ ...openStepOf(stand, node, openedAt.get(node.id) ?? stand.row.changedAt, eyes), ...aboutStep(stand, node) });
  },
});

function aboutStep(stand: SeenStand, node: NodeState) {
  const drawn = stand.loaded.procedure.graph.nodes.get(node.element);
  const rules = drawn?.rules;
  return {
    case: stand.row.id,
    caseTitle: stand.row.title,
    caseVersion: stand.head.version,
    procedure: stand.row.procedure,
    procedureName: stand.row.procedureName,
    ...(rules?.step && { step: stepFacts(rules.step) }),
    documents: rules?.document.map((d) => d.name) ?? [],
    risk: rules?.risk.map((r) => ({ point: r.point, level: r.level, ...(r.measure !== undefined && { measure: r.measure }) })) ?? [],
    ...(rules?.deliberation && { stage: rules.deliberation.stage }),
    form: formOf(stand, drawn),
    variables: variablesSeenBy(stand.state, node) as TaskDetail['variables'],
  };
}

const stepFacts = ({ subject, condition, goal, limit, requirement }: NonNullable<FlowNode['rules']['step']>) => ({
  subject,
  condition,
  goal,
  limit,
  requirement,
});

function formOf(stand: SeenStand, drawn: FlowNode | undefined): TaskDetail['form'] {
  const key = drawn?.rules.form?.key;
  const form = key === undefined ? undefined : stand.loaded.stored.forms[key];
  // Plain stored JSON: readonly here, not in the contract.
  return (form ?? null) as TaskDetail['form'];
}

/** Variables as the step sees them: its own, then those of the scopes around it, the nearest first. */
function variablesSeenBy(state: CaseState, node: NodeState): Record<string, unknown> {
  const around: NodeState[] = [];
  for (let n: NodeState | undefined = node; n; n = state.nodes.get(n.within)) around.unshift(n);
  return Object.fromEntries(around.flatMap((n) => [...n.variables]));
}
