// `guicheng serve --demo` as built, in a process of its own that can be killed.
// Promise: `end` leaves neither the process nor its database behind, whatever happened before.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { livingServer } from '../../server/adapters/postgres/postmaster.ts';
import { temporaryFolder } from '../server/throw-away.ts';

const cli = fileURLToPath(new URL('../../dist/server/cli.js', import.meta.url));

export interface Started {
  readonly url: string;
  /** Whether the embedded database was started or found running. */
  readonly database: string;
}

export class ServerProcess {
  readonly #folder = temporaryFolder();
  #child: ChildProcess | undefined;
  #port = 0;

  /** Free port the first time, the same ever after. */
  async start(): Promise<Started> {
    const args = [cli, 'serve', '--demo', '--port', String(this.#port), '--data', this.#folder.path];
    const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'zh_CN.UTF-8' };
    const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
    this.#child = child;
    const said: string[] = [];
    let database = '';
    createInterface({ input: child.stdout }).on('line', (line) => {
      database = /"how":"(\w+)"/.exec(line)?.[1] ?? database;
      if (/"level":(50|60)/.test(line)) said.push(line);
    });
    for await (const line of createInterface({ input: child.stderr })) {
      said.push(line);
      const url = /http:\/\/\S+/.exec(line)?.[0];
      if (url === undefined) continue;
      this.#port = Number(new URL(url).port);
      return { url, database };
    }
    throw new Error(`the server ended before it said its address: ${said.join('\n')}`);
  }

  /** The whole group of the process at once, as kill -9 does; the database has a group of its own and lives on. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null) throw new Error('there is nothing to kill');
    const dead = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await dead;
  }

  /** Asked to stop; resolves with its exit status. */
  async stop(): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const dead = once(child, 'exit');
    child.kill('SIGTERM');
    await dead;
    return child.exitCode;
  }

  /** Pid of the database of this server, while it runs. */
  database(): number | undefined {
    return livingServer(join(this.#folder.path, 'postgres'));
  }

  async end(): Promise<void> {
    await this.stop();
    const left = this.database();
    if (left !== undefined) process.kill(left, 'SIGKILL');
    this.#folder.remove();
  }
}
