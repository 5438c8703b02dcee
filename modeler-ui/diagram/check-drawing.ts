// Checks a drawing in the browser with the engine's own rules: the same judgement that the server passes at deployment.
// Promise: never throws for a bad drawing; what is wrong with it is the answer.
import { checkProcedure, compileProcedure, type Form, type Problem, type RuleObject, readDrawing } from '../../engine/index.ts';

export interface Surroundings {
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
  readonly offices?: Parameters<typeof checkProcedure>[0]['offices'];
  readonly bodies?: ReadonlySet<string>;
}

export async function checkDrawing(xml: string, surroundings: Surroundings): Promise<readonly Problem[]> {
  const { drawing, problems } = await readDrawing(xml);
  if (!drawing) return problems;
  const found = [...problems, ...checkProcedure({ drawing, ...surroundings })];
  if (found.length > 0) return found;
  const { rules, forms } = surroundings;
  return drawing.processes
    .filter((graph) => graph.executable)
    .flatMap(
      (graph) => compileProcedure({ graph, ref: { key: graph.id, version: 1, hash: '' }, forms, ...(rules ? { rules } : {}) }).problems,
    );
}
