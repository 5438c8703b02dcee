// Puts a drawing with its rules and forms in force as the next version, or says why not.
// Promise: only what judge-drawing finds no problem in is ever in force; what is the same as the version in force is refused.
import type { FlowNode, JsonObject, ProcessGraph } from '../../engine/index.ts';
import type { ProcedureVersion } from '../ports/procedure-store.ts';
import { type DrawingInput, judgeDrawing, procedureHash } from './judge-drawing.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Services } from './services.ts';

export interface Deployment extends DrawingInput {
  /** The version it was made from; 0 for a new procedure. */
  readonly baseVersion: number;
  readonly note: string;
  readonly by: string;
  readonly at: number;
}

export async function deployProcedure(
  services: Pick<Services, 'procedures' | 'roster' | 'zone'>,
  deployment: Deployment,
): Promise<Outcome<{ readonly version: number; readonly hash: string }>> {
  const newest = await services.procedures.newest(deployment.key);
  if ((newest?.version ?? 0) !== deployment.baseVersion) return refused('draft.base-moved');
  const hash = procedureHash(deployment);
  if (newest?.hash === hash) return refused('draft.unchanged');
  const judged = await judgeDrawing(deployment, await services.roster.at(), { at: deployment.at, zone: services.zone });
  if (judged.problems.length > 0 || judged.graph === undefined) return refused('drawing.problems', { problems: judged.problems });
  const version = versionOf(deployment, judged.graph, hash);
  const outcome = await services.procedures.deploy(version, judged.timedStarts);
  return outcome === 'stale' ? refused('draft.base-moved') : done({ version: version.version, hash });
}

const versionOf = (d: Deployment, graph: ProcessGraph, hash: string): ProcedureVersion => ({
  key: d.key,
  version: d.baseVersion + 1,
  name: graph.name ?? d.key,
  process: graph.id,
  xml: new TextEncoder().encode(d.xml),
  ...(d.rules !== undefined && { rules: d.rules }),
  forms: d.forms,
  hash,
  messageStarts: messageStartsOf(graph),
  summary: summaryOf(graph),
  note: d.note,
  deployedAt: d.at,
  deployedBy: d.by,
});

function messageStartsOf(graph: ProcessGraph): readonly string[] {
  return (graph.scopes[0]?.starts ?? []).flatMap((id) => {
    const trigger = graph.nodes.get(id)?.trigger;
    return trigger?.kind === 'message' ? [trigger.name] : [];
  });
}

/** What lists and the right to see need without reading the drawing. */
export const summaryOf = (graph: ProcessGraph): JsonObject => ({
  ...(graph.rules.matter && {
    matter: { class: graph.rules.matter.class, ...(graph.rules.matter.item !== undefined && { item: graph.rules.matter.item }) },
  }),
  basis: graph.rules.basis.map((b) => b.text),
  bodies: [
    ...new Set([...graph.nodes.values()].flatMap((n) => (n.rules.deliberation?.body === undefined ? [] : [n.rules.deliberation.body]))),
  ],
  steps: stepsOf(graph).length,
});

/** What people and machines do: tasks, in the order of the drawing. */
export const stepsOf = (graph: ProcessGraph): readonly FlowNode[] => inReadingOrder(graph, 0).filter((n) => n.kind.endsWith('Task'));

/** Nodes as drawn, a subprocess's own where it stands. */
function inReadingOrder(graph: ProcessGraph, scope: number): readonly FlowNode[] {
  const nodes = (graph.scopes[scope]?.nodes ?? []).flatMap((id) => graph.nodes.get(id) ?? []);
  return nodes.flatMap((node) => (node.inner === undefined ? [node] : [node, ...inReadingOrder(graph, node.inner)]));
}
