// The rules about imports: one way, no cycles, packages where they belong. Each is a function from sources to faults.
import { builtinModules } from 'node:module';
import { groundRooms, keptOut, keptPackages, mayImport } from './import-table.ts';
import { type Fault, type Import, importsOf, type SourceFile } from './sources.ts';

const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const roomOf = (path: string): string | undefined =>
  Object.keys(mayImport)
    .filter((room) => isIn(path, room))
    .sort((a, b) => b.length - a.length)[0];
const eachImport = (files: readonly SourceFile[], judge: (file: SourceFile, found: Import) => string | undefined): Fault[] =>
  files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const what = judge(file, found);
      return what === undefined ? [] : [{ path: file.path, what }];
    }),
  );

/** Features and demo are made of small rooms that do not know each other. */
const featureOf = (path: string): string | undefined => /^server\/features\/[^/]+/.exec(path)?.[0];

export function oneWay(files: readonly SourceFile[]): Fault[] {
  const homeless = files
    .filter((f) => roomOf(f.path) === undefined)
    .map((f) => ({ path: f.path, what: 'is in no room of the import table' }));
  const wrong = eachImport(files, (file, { target, from, typeOnly }) => {
    const room = roomOf(file.path);
    if (target === undefined || room === undefined) return undefined;
    const feature = featureOf(file.path);
    const other = featureOf(target);
    if (feature !== undefined && other !== undefined && feature !== other) return `${feature} imports ${other}`;
    if (isIn(target, room) || mayImport[room]?.some((place) => isIn(target, place))) return undefined;
    // A ground room may name what another one holds; it may not run it.
    if (typeOnly && groundRooms.includes(room) && groundRooms.some((ground) => isIn(target, ground))) return undefined;
    return `${room} may not import ${from}`;
  });
  return [...homeless, ...wrong];
}

export const withEnding = (files: readonly SourceFile[]): Fault[] =>
  eachImport(files, (_, { target, from }) =>
    target === undefined || /\.(ts|tsx|mjs|css|json|svg|bpmn)(\?(raw|url))?$/.test(from) ? undefined : `${from} lacks its file ending`,
  );

const nodeModules = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
const packageOf = (from: string): string => (from.startsWith('@') ? from.split('/').slice(0, 2) : from.split('/').slice(0, 1)).join('/');

export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Engine and server run after an install without development packages; pages and tests are built or run with them. */
export function packagesInPlace(files: readonly SourceFile[], manifest: Manifest): Fault[] {
  const shipped = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
  const all = new Set([...shipped, ...Object.keys(manifest.devDependencies)]);
  return eachImport(files, (file, { target, from }) => {
    if (target !== undefined || from.startsWith('virtual:')) return undefined;
    const kept = keptPackages.find((one) => one.name.test(from));
    if (kept && !kept.places.some((place) => isIn(file.path, place))) return `${from} is known only to ${kept.places.join(', ')}`;
    if (keptOut.some((one) => one.name.test(from) && isIn(file.path, one.from))) return `${from} is kept out of here`;
    if (nodeModules.has(from))
      return /^(engine|modeler-ui)\//.test(file.path) && !file.path.endsWith('vite.config.ts') ? `${from} exists only in Node` : undefined;
    const allowed = /^(engine|server)\//.test(file.path) ? shipped : all;
    return allowed.has(packageOf(from)) ? undefined : `package.json does not give ${packageOf(from)} to this file`;
  });
}

/** Every cycle of imports once, type imports included, as a path from file to file. */
export function cycles(files: readonly SourceFile[]): Fault[] {
  const next = new Map(files.map((f) => [f.path, importsOf(f).flatMap((found) => (found.target === undefined ? [] : [found.target]))]));
  const state = new Map<string, 'open' | 'done'>();
  const found: Fault[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push({ path, what: `cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}` });
      return;
    }
    state.set(path, 'open');
    for (const target of next.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of next.keys()) visit(path, []);
  return found;
}
