// Problems of the rules drawn on a procedure (gc: elements), found by engine/verification.
import type { Words } from './json.ts';

export const ruleProblems = {} as const satisfies Record<string, Words>;
