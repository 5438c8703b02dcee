// Ends the waiting of a scope instance for the events that begin event subprocesses; boundary events wait on.
import type { Stage } from '../behaviour/stage.ts';

export function disarmStarts(stage: Stage, scope: number): void {
  for (const w of [...stage.state.waits.values()])
    if (w.node === scope && w.kind === 'bpmn:StartEvent')
      stage.emit({ type: 'WaitDisarmed', wait: w.id, element: w.element, kind: w.kind });
}
