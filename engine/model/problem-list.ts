// The list in which the finders of one reading put what they find.
// Promise: one entry for each code, element and text; never endless.
import type { Problem } from './graph.ts';
import { problem, type Report } from './problems.ts';

/** No list is longer: whoever made a drawing with more problems than this mends the first ones first. */
export const mostProblems = 100;

/** A list that finders fill, one entry for each code, element and text: saying the same twice helps nobody. */
export function problemList(): { readonly report: Report; readonly found: readonly Problem[] } {
  const found: Problem[] = [];
  const seen = new Set<string>();
  const report: Report = (code, element, facts) => {
    if (found.length > mostProblems) return;
    if (found.length === mostProblems) {
      found.push(problem('input.too-many-problems', '', { limit: mostProblems }));
      return;
    }
    const made = problem(code, element, facts);
    const key = JSON.stringify([code, element, made.message.en]);
    if (seen.has(key)) return;
    seen.add(key);
    found.push(made);
  };
  return { report, found };
}
