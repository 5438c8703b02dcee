// The rules of how a drawing is joined, in one list: adding a rule is one file and one line here.
// Promise: each rule reports its own codes at the element to blame; one pass each, linear in the size of the drawing.
import { checkBoundaries } from './check-boundaries.ts';
import { checkConditions } from './check-conditions.ts';
import { checkEventGateways } from './check-event-gateways.ts';
import { checkEventSubprocesses } from './check-event-subprocesses.ts';
import { checkLinks } from './check-links.ts';
import { checkMessageFlows } from './check-message-flows.ts';
import { checkReach } from './check-reach.ts';
import { checkStartsAndEnds } from './check-starts-and-ends.ts';
import { checkTriggers } from './check-triggers.ts';
import type { Drawing, ProcessGraph } from './graph.ts';
import type { Report } from './problems.ts';

type StructureRule = (graph: ProcessGraph, report: Report) => void;

const rules: readonly StructureRule[] = [
  checkStartsAndEnds,
  checkTriggers,
  checkBoundaries,
  checkConditions,
  checkEventGateways,
  checkEventSubprocesses,
  checkLinks,
  checkReach,
];

export function checkStructure(drawing: Drawing, definitionsId: string, report: Report): void {
  if (drawing.processes.length === 0) report('process.none', definitionsId);
  for (const graph of drawing.processes) for (const rule of rules) rule(graph, report);
  checkMessageFlows(drawing, report);
}
