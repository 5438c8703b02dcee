// The parser's tree → the frozen graph. Synchronous, so that the modeler can read its live tree after each edit.
// Promise: `drawing` is there only when there is no problem at all; `sketch` is the graph as far as it could be built, for showing
// more problems at once while somebody is drawing, and is never to be deployed. Linear in the size of the drawing.
import { checkStructure } from './check-structure.ts';
import { type Definitions, type Drawn, is } from './drawn.ts';
import type { Drawing, Problem } from './graph.ts';
import { inspectElements } from './inspect-elements.ts';
import { theParser } from './metamodel.ts';
import { problemList } from './problem-list.ts';
import { readMessageFlows, readPools } from './read-collaboration.ts';
import { readProcess } from './read-process.ts';
import { startReading } from './reading.ts';

export interface DrawingRead {
  readonly drawing?: Drawing;
  readonly sketch?: Drawing;
  readonly problems: readonly Problem[];
}

export function readDefinitions(definitions: Definitions): DrawingRead {
  const { report, found } = problemList();
  inspectElements(definitions, theParser().metamodel, report);
  const reading = startReading(definitions, report);
  const roots = definitions.rootElements ?? [];
  const collaborations = roots.filter((root) => is(root, 'bpmn:Collaboration'));
  const drawing: Drawing = {
    processes: roots.flatMap((root) => (is(root, 'bpmn:Process') && hasId(root) ? [readProcess(root, reading)] : [])),
    pools: readPools(collaborations, reading),
    messageFlows: readMessageFlows(collaborations, reading),
  };
  checkStructure(drawing, definitions.id ?? '', report);
  return found.length === 0 ? { drawing, sketch: drawing, problems: found } : { sketch: drawing, problems: found };
}

const hasId = <T extends Drawn>(element: T): element is T & { readonly id: string } => element.id !== undefined;
