// Reads a procedure from files: the drawing, and beside it forms, rule objects and a roster (the layout of processes/<name>/).
// Promise: a file that is there and wrong is a problem, never passed over; a drawing alone is a procedure too.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import {
  type Directory,
  type Drawing,
  type Form,
  form,
  type Problem,
  type ProcessGraph,
  type RuleObject,
  readDrawing,
  ruleObject,
} from '../../engine/index.ts';
import { readBytes } from './read-arguments.ts';

export interface ProcedureFiles {
  /** The exact bytes of the drawing: what a deployed version is hashed over. */
  readonly bytes: Uint8Array;
  readonly drawing?: Drawing;
  readonly forms: ReadonlyMap<string, Form>;
  readonly rules: readonly RuleObject[];
  /** Who sits in which body and holds which office, when it is played without a server. */
  readonly roster?: Directory;
  readonly problems: readonly Problem[];
}

interface JsonFile {
  readonly name: string;
  /** Undefined where the text is no JSON: no schema accepts that. */
  readonly value: unknown;
}
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
async function jsonFiles(folder: string, wanted = /\.json$/): Promise<JsonFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => wanted.test(name)).sort();
  return Promise.all(names.map(async (name) => ({ name, value: parsed(await readFile(join(folder, name), 'utf8')) })));
}

const member = z.strictObject({ person: z.string(), name: z.string(), office: z.string(), chair: z.boolean(), order: z.number().int() });
const roster = z.object({ bodies: z.record(z.string(), z.array(member)), holders: z.record(z.string(), z.array(z.string())) });

const broken = (name: string, said: string): Problem => ({
  code: 'file.unreadable',
  element: name,
  message: { zh: `文件 ${name} 的内容不符合要求：${said}`, en: `The file ${name} does not have the required content: ${said}` },
});

interface Schema<T> {
  safeParse(
    value: unknown,
  ): { readonly success: true; readonly data: T } | { readonly success: false; readonly error: { readonly message: string } };
}
function each<T>(files: readonly JsonFile[], schema: Schema<T>, problems: Problem[]): T[] {
  return files.flatMap(({ name, value }) => {
    const read = schema.safeParse(value);
    if (read.success) return [read.data];
    problems.push(broken(name, read.error.message));
    return [];
  });
}

export async function readProcedureFiles(file: string): Promise<ProcedureFiles> {
  const bytes = await readBytes(file);
  const { drawing, problems } = await readDrawing(bytes.toString('utf8'));
  const found: Problem[] = [...problems];
  const folder = dirname(file);
  const forms = each(await jsonFiles(join(folder, 'forms')), form, found);
  const rules = each(await jsonFiles(join(folder, 'rules')), ruleObject, found);
  const [people] = each(await jsonFiles(folder, /^roster\.json$/), roster, found);
  return {
    bytes,
    ...(drawing ? { drawing } : {}),
    forms: new Map(forms.map((f) => [f.key, f])),
    rules,
    ...(people ? { roster: people } : {}),
    problems: found,
  };
}

/** The rule object that a process names, if it is there. */
export const rulesOf = (graph: ProcessGraph, rules: readonly RuleObject[]): RuleObject | undefined =>
  rules.find((r) => r.key === graph.rules.rules?.key && r.version === graph.rules.rules.version);
