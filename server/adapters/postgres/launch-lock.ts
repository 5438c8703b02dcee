// A lock among our own processes while one of them starts or stops the embedded server.
// Promise: never taken from a living holder; a holder that died (kill -9, power loss, another boot, a re-used pid) does not block.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

const holder = z.object({ pid: z.number().int(), born: z.string() });

/** What tells a process from a later one with the same pid; undefined when there is no such process. */
export function bornAt(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
      return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19]}`;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

function isStale(text: string): boolean {
  try {
    const parsed = holder.parse(JSON.parse(text));
    return bornAt(parsed.pid) !== parsed.born;
  } catch {
    return true;
  }
}

function tryTake(path: string, mine: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, mine);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a dead holder's lock aside; if a living one slipped in between, it is put back. */
function clear(path: string, seen: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== seen) linkSync(aside, path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

export async function withLaunchLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = JSON.stringify({ pid: process.pid, born: bornAt(process.pid) ?? '', turn: randomUUID() });
  while (!tryTake(path, mine)) {
    const seen = read(path);
    if (seen !== undefined && isStale(seen)) clear(path, seen);
    else await pause(50);
  }
  try {
    return await work();
  } finally {
    if (read(path) === mine) rmSync(path, { force: true });
  }
}
