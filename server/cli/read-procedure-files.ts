// Reads a procedure from files: the drawing, and beside it the forms and rule objects that it names (the layout of processes/<name>/).
// Promise: a file that is there and wrong is a problem, never passed over; a drawing alone is a procedure too.
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type Drawing,
  type Form,
  form,
  type Problem,
  type ProcessGraph,
  type RuleObject,
  readDrawing,
  ruleObject,
} from '../../engine/index.ts';
import { UsageError } from './command.ts';

export interface ProcedureFiles {
  /** The exact bytes of the drawing: what a deployed version is hashed over. */
  readonly bytes: Uint8Array;
  readonly drawing?: Drawing;
  readonly forms: ReadonlyMap<string, Form>;
  readonly rules: readonly RuleObject[];
  readonly problems: readonly Problem[];
}

async function jsonFiles(folder: string): Promise<{ readonly name: string; readonly value: unknown }[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map(async (name) => ({ name, value: JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown })));
}

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
function each<T>(files: readonly { readonly name: string; readonly value: unknown }[], schema: Schema<T>, problems: Problem[]): T[] {
  return files.flatMap(({ name, value }) => {
    const read = schema.safeParse(value);
    if (read.success) return [read.data];
    problems.push(broken(name, read.error.message));
    return [];
  });
}

export async function readProcedureFiles(file: string): Promise<ProcedureFiles> {
  const bytes = await readFile(file).catch((error: unknown) => {
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError({ zh: `无法读取文件 ${file}：${said}`, en: `Cannot read ${file}: ${said}` });
  });
  const { drawing, problems } = await readDrawing(bytes.toString('utf8'));
  const found: Problem[] = [...problems];
  const folder = dirname(file);
  const forms = each(await jsonFiles(join(folder, 'forms')), form, found);
  const rules = each(await jsonFiles(join(folder, 'rules')), ruleObject, found);
  return { bytes, ...(drawing ? { drawing } : {}), forms: new Map(forms.map((f) => [f.key, f])), rules, problems: found };
}

/** The rule object that a process names, if it is there. */
export const rulesOf = (graph: ProcessGraph, rules: readonly RuleObject[]): RuleObject | undefined =>
  rules.find((r) => r.key === graph.rules.rules?.key && r.version === graph.rules.rules.version);
