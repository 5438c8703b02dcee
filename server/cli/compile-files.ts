// From the files of a procedure to procedures that run, with every problem on the way.
import { createHash } from 'node:crypto';
import { compileProcedure, type Problem, type Procedure, type ProcessGraph } from '../../engine/index.ts';
import { type ProcedureFiles, rulesOf } from './read-procedure-files.ts';

/** A partner that is only sketched is not executed; a file in which nothing is marked executable is taken as it stands. */
export const executedOf = (files: ProcedureFiles): readonly ProcessGraph[] => {
  const all = files.drawing?.processes ?? [];
  return all.some((p) => p.executable) ? all.filter((p) => p.executable) : all;
};

export function compileFiles(files: ProcedureFiles): { readonly procedures: readonly Procedure[]; readonly problems: readonly Problem[] } {
  const hash = createHash('sha256').update(files.bytes).digest('hex');
  const results = executedOf(files).map((graph) => {
    const rules = rulesOf(graph, files.rules);
    return compileProcedure({ graph, ref: { key: graph.id, version: 1, hash }, forms: files.forms, ...(rules ? { rules } : {}) });
  });
  return { procedures: results.flatMap((r) => r.procedure ?? []), problems: [...files.problems, ...results.flatMap((r) => r.problems)] };
}
