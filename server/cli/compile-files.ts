// From the files of a procedure to procedures that run: judged as a deployment would judge them, then compiled.
// Offices and bodies are only judged where a roster lies beside the drawing: without one nobody can say which there are.
import { createHash } from 'node:crypto';
import { checkProcedure, compileProcedure, type Drawing, type Problem, type Procedure, type ProcessGraph } from '../../engine/index.ts';
import { type ProcedureFiles, rulesOf } from './read-procedure-files.ts';

export interface CompiledFiles {
  readonly procedures: readonly Procedure[];
  readonly problems: readonly Problem[];
}

export function compileFiles(files: ProcedureFiles): CompiledFiles {
  const { drawing } = files;
  if (!drawing) return { procedures: [], problems: files.problems };
  const hash = createHash('sha256').update(files.bytes).digest('hex');
  const results = executedOf(drawing).map((graph) => compileOne(files, { drawing, graph, hash }));
  return { procedures: results.flatMap((r) => r.procedures), problems: [...files.problems, ...results.flatMap((r) => r.problems)] };
}

/** A partner that is only sketched is not executed; a file in which nothing is marked executable is taken as it stands. */
const executedOf = ({ processes }: Drawing): readonly ProcessGraph[] =>
  processes.some((p) => p.executable) ? processes.filter((p) => p.executable) : processes;

interface One {
  readonly drawing: Drawing;
  readonly graph: ProcessGraph;
  readonly hash: string;
}
function compileOne(files: ProcedureFiles, { drawing, graph, hash }: One): CompiledFiles {
  const { forms, roster } = files;
  const found = rulesOf(graph, files.rules);
  const rules = found ? { rules: found } : {};
  const known = roster ? { offices: new Set(Object.keys(roster.holders)), bodies: new Set(Object.keys(roster.bodies)) } : {};
  const problems = checkProcedure({ drawing, process: graph.id, forms, ...rules, ...known });
  if (problems.length > 0) return { procedures: [], problems };
  const compiled = compileProcedure({ graph, ref: { key: graph.id, version: 1, hash }, forms, ...rules });
  return { procedures: compiled.procedure ? [compiled.procedure] : [], problems: compiled.problems };
}
