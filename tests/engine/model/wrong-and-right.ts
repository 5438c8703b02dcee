// One way for all tests of drawings that must be refused: a wrong drawing, its right twin, and what is said at which element.
import { expect, test } from 'vitest';
import { readDrawing } from '../../../engine/model/read-drawing.ts';

export interface Pair {
  readonly it: string;
  readonly wrong: string;
  /** [code, element] of each problem, in any order; nothing else may be said. */
  readonly says: readonly (readonly [string, string])[];
  readonly right: string;
}

export function refusesEach(pairs: readonly Pair[]): void {
  for (const { it, wrong, says, right } of pairs)
    test(it, async () => {
      const refused = await readDrawing(wrong);
      expect(refused.problems.map(({ code, element }) => `${code} @ ${element}`).toSorted()).toEqual(
        says.map(([code, element]) => `${code} @ ${element}`).toSorted(),
      );
      expect(refused.drawing).toBeUndefined();
      for (const { message } of refused.problems) {
        expect(message.zh).toMatch(/\p{Script=Han}/u);
        expect(message.en).not.toMatch(/\p{Script=Han}|\{\w+\}/u);
        expect(message.zh).not.toMatch(/\{\w+\}/);
      }
      const accepted = await readDrawing(right);
      expect(accepted.problems).toEqual([]);
      expect(accepted.drawing).toBeDefined();
    });
}
