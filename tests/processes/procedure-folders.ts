// Where the shipped procedures are: folders below processes/, each with its drawing, forms, rule objects, roster and scenarios.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../processes', import.meta.url));

export const procedureNames = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
export const drawingFile = (name: string): string => join(root, name, `${name}.bpmn`);
export const readText = (name: string, file: string): string => readFileSync(join(root, name, file), 'utf8');

export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
}
export function jsonFiles(name: string, folder: string): readonly JsonFile[] {
  const path = join(root, name, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ file, value: JSON.parse(readFileSync(join(path, file), 'utf8')) as unknown }));
}
