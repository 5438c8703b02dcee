// Resuming after an incident: what could not be done is tried again from where it stopped.
import { resume } from '../behaviour/activity-life.ts';
import { at } from '../behaviour/stage.ts';
import type { FlowNode } from '../model/graph.ts';
import { armTrigger } from '../triggers/arm.ts';
import { type Command, handOf } from './command.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Run } from './run.ts';

export function resolveIncident(run: Run, c: Extract<Command, { type: 'ResolveIncident' }>): Refusal | undefined {
  const incident = run.state.incidents.get(c.incident);
  if (!incident) return refuse('incident.unknown');
  const element = run.nodeOf(incident.element);
  const by = handOf(run.facts);
  run.emit({ type: 'IncidentResolved', incident: c.incident, ...at(element), ...(by ? { by } : {}) });
  const live = run.live(incident.node);
  if (live?.role === 'scope' && element.scope === innerScopeOf(run, live.id)) {
    for (const flow of element.incoming) if (live.tokens.includes(flow.id)) run.arriveAgain(live.id, flow);
    run.lookAgain(live.id);
  } else if (live && (live.role === 'wait' || element.attachedTo !== undefined || element.kind === 'bpmn:StartEvent'))
    waitAgain(run, live.id, element);
  else if (live?.role === 'instances') run.advance(live.id);
  if (live) resume(run, live.id);
  return undefined;
}

/** What could not begin to wait begins; a condition that could not be answered is asked again. */
function waitAgain(run: Run, owner: number, element: FlowNode): void {
  const wait = [...run.state.waits.values()].find((w) => w.node === owner && w.element === element.id);
  if (!wait) armTrigger(run, owner, element);
  else if (wait.on.kind === 'conditional') run.askAgain(wait.id);
}

function innerScopeOf(run: Run, scope: number): number | undefined {
  const live = run.live(scope);
  if (!live) return undefined;
  return live.within === 0 ? 0 : run.nodeOf(live.element).inner;
}
