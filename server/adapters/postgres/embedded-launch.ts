// Makes the data directory and starts the server in it.
// Promise: every flush is on, pages carry checksums, text is UTF-8, no network port is opened.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Binaries, EmbeddedUnavailable } from './embedded-binaries.ts';
import { embeddedName, embeddedPort, own, type Place } from './embedded-place.ts';

function run(program: string, args: readonly string[], place: Place): Promise<void> {
  const child = spawn(program, args, {
    ...place.user,
    cwd: place.home,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new EmbeddedUnavailable(`${program} ended with ${code}: ${words.trim()}`))));
  });
}

/** Made beside and moved into place, so that a half-made one is never taken for whole. */
export async function makeDataDirectory(binaries: Binaries, place: Place): Promise<void> {
  const versionFile = join(place.data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== binaries.major)
      throw new EmbeddedUnavailable(
        `${place.data} was made by PostgreSQL ${found}, the programs are ${binaries.major}: dump it with the old version first. 数据目录版本与程序不符，请先用旧版本导出。`,
      );
    return;
  }
  const half = `${place.data}.half`;
  rmSync(half, { recursive: true, force: true });
  own(half, 0o700, place.user);
  await run(
    join(binaries.native, 'bin', 'initdb'),
    [
      '-D',
      half,
      '-U',
      embeddedName,
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ],
    place,
  );
  renameSync(half, place.data);
}

const settings = (place: Place): string[] =>
  Object.entries({
    listen_addresses: '',
    port: String(embeddedPort),
    unix_socket_directories: place.socket,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    max_connections: '120',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    io_method: 'sync',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

export const logSize = (place: Place): number => (existsSync(place.log) ? readFileSync(place.log, 'utf8').length : 0);

/** Starts the server; it outlives us unless it is stopped. */
export function launch(native: string, place: Place): { ended: () => number | undefined } {
  const log = openSync(place.log, 'a', 0o640);
  let ended: number | undefined;
  // A process group of its own: Ctrl-C in the terminal must reach us, not the server, so that we can finish first.
  const child = spawn(join(native, 'bin', 'postgres'), ['-D', place.data, ...settings(place)], {
    ...place.user,
    cwd: place.home,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
  });
  closeSync(log);
  child.on('exit', (code) => (ended = code ?? -1));
  child.on('error', () => (ended = -1));
  child.unref();
  return { ended: () => ended };
}
