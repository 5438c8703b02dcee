// Conditional events (BPMN 2.0.2 §10.5.5): a wait is asked when it begins and whenever data that its condition names was written.
// It happens when the condition turns true; one that does not interrupt happens at each turn from false to true.
// Decided: while a variable that the condition names does not exist yet, or its answer is null, the condition is not true.
import type { Stage } from '../behaviour/stage.ts';
import type { CaseEvent, Hand } from '../case/event.ts';
import type { WaitState } from '../case/state.ts';
import type { FlowNode } from '../model/graph.ts';

/** A stage on which what was waited for can happen. */
interface Listening extends Stage {
  occur(wait: WaitState, by: Hand | undefined): void;
}

/** What was written since the waits were last asked. One serves one Run. */
export class Conditions {
  readonly #written = new Set<string>();
  readonly #toAsk = new Set<number>();

  note(event: CaseEvent): void {
    if ('output' in event) for (const name of Object.keys(event.output)) this.#written.add(name);
    else if (event.type === 'VariablesWritten') for (const name of Object.keys(event.variables)) this.#written.add(name);
    else if (event.type === 'WaitArmed' && event.on.kind === 'conditional') this.#toAsk.add(event.wait);
  }
  askAgain(wait: number): void {
    this.#toAsk.add(wait);
  }

  /** Asks the waits whose answer may have changed. */
  ask(stage: Listening): void {
    if (this.#written.size === 0 && this.#toAsk.size === 0) return;
    const waits = [...stage.state.waits.values()].filter((w) => w.on.kind === 'conditional' && this.#concerns(stage, w));
    this.#written.clear();
    this.#toAsk.clear();
    for (const { id } of waits) {
      const wait = stage.state.waits.get(id);
      if (wait) askOne(stage, wait);
    }
  }
  #concerns(stage: Listening, wait: WaitState): boolean {
    if (this.#toAsk.has(wait.id)) return true;
    const { trigger } = stage.nodeOf(wait.element);
    const expression = trigger.kind === 'conditional' ? stage.procedure.expressions.get(trigger.condition.source) : undefined;
    return expression !== undefined && [...expression.names, ...expression.filterNames].some((name) => this.#written.has(name));
  }
}

function askOne(stage: Listening, wait: WaitState): void {
  if (wait.on.kind !== 'conditional') return;
  const element = stage.nodeOf(wait.element);
  const holds = holdsNow(stage, wait, element);
  if (holds === undefined || holds === wait.on.holds) return;
  if (!holds || mayComeAgain(element))
    stage.emit({ type: 'ConditionTurned', wait: wait.id, element: element.id, kind: element.kind, holds });
  if (holds) stage.occur(wait, undefined);
}

const mayComeAgain = (element: FlowNode): boolean => element.kind !== 'bpmn:IntermediateCatchEvent' && !element.interrupting;

/** undefined when nobody can say, after an incident was raised. */
function holdsNow(stage: Listening, wait: WaitState, element: FlowNode): boolean | undefined {
  if (element.trigger.kind !== 'conditional') return undefined;
  const { condition } = element.trigger;
  const found = stage.evaluate(condition, wait.node);
  if (found.ok && (found.value === null || typeof found.value === 'boolean')) return found.value === true;
  if (!found.ok && found.code === 'expression.unknown-name') return false;
  if (found.ok) stage.incident({ node: wait.node, element }, 'condition.not-boolean', condition.source);
  else stage.incident({ node: wait.node, element }, found.code, found.detail);
  return undefined;
}
