// The server process of one data directory, as postmaster.pid and the operating system tell of it.
// Promise: a pid left by a crash and since given to another program is not mistaken for the server.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bornAt } from './launch-lock.ts';

function runsIn(pid: number, dataDir: string): boolean {
  if (bornAt(pid) === undefined) return false;
  try {
    // The server's working directory is its data directory.
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataDir);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(dataDir);
  } catch {
    return false;
  }
}

function namedPid(dataDir: string): number | undefined {
  const path = join(dataDir, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const pid = Number.parseInt(readFileSync(path, 'utf8').split('\n')[0] ?? '', 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

/** Pid of the living server of this data directory. */
export function livingServer(dataDir: string): number | undefined {
  const pid = namedPid(dataDir);
  return pid !== undefined && runsIn(pid, dataDir) ? pid : undefined;
}

/** Also a dead process that nobody has reaped still has its number. */
function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes a pid file whose number belongs to another program or to the dead server's unreaped remains: PostgreSQL would take either for
 * a living server. Only under the launch lock and after livingServer found none. Whether anything of the dead server is still at work
 * PostgreSQL finds out by its shared memory, not by this file.
 */
export function clearStrangersPid(dataDir: string): void {
  const pid = namedPid(dataDir);
  if (pid !== undefined && isTaken(pid)) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
}

/** Fast shutdown: sessions are ended, everything is flushed. Resolves when the process is gone. */
export async function stopServer(pid: number, dataDir: string): Promise<void> {
  if (!runsIn(pid, dataDir)) return;
  process.kill(pid, 'SIGINT');
  while (runsIn(pid, dataDir)) await pause(20);
}
