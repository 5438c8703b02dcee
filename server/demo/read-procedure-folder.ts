// A procedure as it lies in processes/<name>/: <name>.bpmn, rules/<key>.json (the one the drawing names) and forms/<key>.json.
// Promise: what is there is read as it is; whether it is right is for the deployment to say. Missing rules or forms are none.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Json, type JsonObject, readDrawing } from '../../engine/index.ts';
import type { DrawingInput } from '../pipeline/judge-drawing.ts';

export async function readProcedureFolder(folder: string, name: string): Promise<DrawingInput> {
  const xml = await readFile(join(folder, `${name}.bpmn`), 'utf8');
  const { drawing } = await readDrawing(xml);
  const process = drawing?.processes.find((p) => p.executable);
  const rules = await readRules(join(folder, 'rules'), process?.rules.rules?.key);
  return {
    key: name,
    xml,
    ...(process && { process: process.id }),
    ...(rules !== undefined && { rules }),
    forms: await readForms(join(folder, 'forms')),
  };
}

async function readRules(folder: string, key: string | undefined): Promise<Json | undefined> {
  const file = join(folder, `${key}.json`);
  return key !== undefined && existsSync(file) ? readJson(file) : undefined;
}

async function readForms(folder: string): Promise<JsonObject> {
  if (!existsSync(folder)) return {};
  const names = (await readdir(folder)).filter((f) => f.endsWith('.json')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (f) => [f.slice(0, -'.json'.length), await readJson(join(folder, f))] as const)),
  );
}

const readJson = async (file: string): Promise<Json> => JSON.parse(await readFile(file, 'utf8')) as Json;
