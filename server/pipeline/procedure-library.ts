// Deployed versions ready to run: read, compiled, kept. A version never changes, so what is kept is never stale.
// Promise: each version is compiled once however many ask at the same time; a version that cannot be compiled is an error, not a guess.
import { compileProcedure, type Procedure, readDrawing } from '../../engine/index.ts';
import type { ProcedureStore, ProcedureVersion } from '../ports/procedure-store.ts';
import { parseForms, parseRules } from './judge-drawing.ts';

export interface LoadedProcedure {
  readonly stored: ProcedureVersion;
  readonly procedure: Procedure;
  readonly xml: string;
}
export interface ProcedureLibrary {
  /** The newest version where none is named. */
  find(key: string, version?: number): Promise<LoadedProcedure | undefined>;
}

const mostKept = 200;

export function procedureLibrary(store: Pick<ProcedureStore, 'newest' | 'version'>): ProcedureLibrary {
  const kept = new Map<string, Promise<LoadedProcedure>>();
  const loaded = (stored: ProcedureVersion): Promise<LoadedProcedure> => {
    const name = `${stored.key} ${stored.version}`;
    const found = kept.get(name);
    if (found) return found;
    const loading = load(stored);
    kept.set(name, loading);
    // A failure is not kept: the next one who asks tries again.
    loading.catch(() => kept.delete(name));
    for (const oldest of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return loading;
  };
  return {
    async find(key, version) {
      const known = version === undefined ? undefined : kept.get(`${key} ${version}`);
      if (known) return known;
      const stored = version === undefined ? await store.newest(key) : await store.version(key, version);
      return stored && loaded(stored);
    },
  };
}

async function load(stored: ProcedureVersion): Promise<LoadedProcedure> {
  const xml = new TextDecoder().decode(stored.xml);
  const { drawing, problems } = await readDrawing(xml);
  const graph = drawing?.processes.find((p) => p.id === stored.process);
  if (!graph) throw new Error(`${stored.key} version ${stored.version} has no process ${stored.process}: ${problems[0]?.code ?? ''}`);
  const rules = parseRules(stored.rules);
  const ref = { key: stored.key, version: stored.version, hash: stored.hash };
  const compiled = compileProcedure({ graph, ref, ...(rules && { rules }), forms: parseForms(stored.forms) });
  if (!compiled.procedure) throw new Error(`${stored.key} version ${stored.version} does not compile: ${compiled.problems[0]?.code ?? ''}`);
  return { stored, procedure: compiled.procedure, xml };
}
