// What the compiler leaves out of dist: SQL files beside their modules, and the right to run the command line.
// Promise: run after tsc; copies every .sql of server/ to the same place under dist/.
import { chmodSync, cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isFolder = (path) => !/\.[^/\\]+$/.test(path);

cpSync(join(root, 'server'), join(root, 'dist/server'), {
  recursive: true,
  filter: (path) => isFolder(path.slice(root.length)) || path.endsWith('.sql'),
});
chmodSync(join(root, 'dist/server/cli.js'), 0o755);
