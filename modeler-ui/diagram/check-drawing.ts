// Checks a drawing in the browser with the engine's own rules: the same judgement that the server passes at deployment.
// Promise: never throws for a bad drawing; what is wrong with it is the answer.
import { checkProcedure, type Form, type Problem, readDrawing, type RuleObject } from '../../engine/index.ts';

export interface Surroundings {
  readonly rules?: RuleObject;
  readonly forms: ReadonlyMap<string, Form>;
  readonly offices?: ReadonlySet<string>;
  readonly bodies?: ReadonlySet<string>;
}

export async function checkDrawing(xml: string, surroundings: Surroundings): Promise<readonly Problem[]> {
  const { drawing, problems } = await readDrawing(xml);
  return drawing ? [...problems, ...checkProcedure({ drawing, ...surroundings })] : problems;
}
