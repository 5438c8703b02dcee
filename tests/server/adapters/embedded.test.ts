// The embedded PostgreSQL's life: started, shared, left, killed, found again.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../../../server/adapters/postgres/embedded.ts';
import { makeLinks, serviceUser } from '../../../server/adapters/postgres/embedded-binaries.ts';
import { livingServer } from '../../../server/adapters/postgres/postmaster.ts';
import { temporaryFolder } from '../throw-away.ts';

const child = fileURLToPath(new URL('embedded-child.ts', import.meta.url));
const toStop: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const stop of toStop.reverse()) await stop();
  toStop.length = 0;
});

function home(name = 'home'): string {
  const folder = temporaryFolder();
  toStop.push(folder.remove);
  const path = join(folder.path, name);
  mkdirSync(path, { recursive: true, mode: 0o755 });
  return path;
}
async function start(path: string): Promise<EmbeddedServer> {
  const server = await startEmbedded(path);
  toStop.push(server.stop);
  return server;
}
async function ask(server: EmbeddedServer, sql: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
}
async function startChild(path: string): Promise<{ process: ChildProcess; how: string }> {
  const process_ = spawn(process.execPath, ['--import', 'tsx', child, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  toStop.push(() => void process_.kill('SIGKILL'));
  const [how] = (await once(process_.stdout, 'data')) as [Buffer];
  return { process: process_, how: how.toString().trim() };
}
const running = (path: string): boolean => livingServer(join(path, 'postgres')) !== undefined;

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  it('is started by the first, shared by the next, and stopped by the last to leave', async () => {
    const path = home();
    const [one, two] = await Promise.all([start(path), start(path)]);
    expect([one.how, two.how].sort()).toEqual(['attached', 'started']);
    const other = await startChild(path);
    expect(other.how).toBe('attached');
    await one.stop();
    await two.stop();
    expect(running(path)).toBe(true);
    other.process.kill('SIGTERM');
    await once(other.process, 'exit');
    expect(running(path)).toBe(false);
    expect(existsSync(join(path, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('flushes everything, checks pages, speaks UTF-8 and listens on no port', async () => {
    const server = await start(home());
    const names = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'listen_addresses'];
    const found = await ask(server, `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`);
    expect(found).toEqual([
      {
        fsync: 'on',
        full_page_writes: 'on',
        synchronous_commit: 'on',
        data_checksums: 'on',
        server_encoding: 'UTF8',
        listen_addresses: '',
      },
    ]);
  });

  it('is found again after its starter was killed, with everything in it', async () => {
    const path = home();
    const first = await startChild(path);
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    expect(running(path)).toBe(true);
    const server = await start(path);
    expect(server.how).toBe('attached');
    await ask(server, 'create table kept as select 1 as one');
    await server.stop();
    expect(running(path)).toBe(false);
    expect(await ask(await start(path), 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('recovers when it was killed itself, and its pid file names a stranger', async () => {
    const path = home();
    const first = await start(path);
    await ask(first, 'create table kept as select 1 as one');
    const pidFile = join(path, 'postgres', 'postmaster.pid');
    process.kill(livingServer(join(path, 'postgres')) ?? 0, 'SIGKILL');
    while (running(path)) await pause(10);
    await first.stop();
    // A stranger that PostgreSQL itself would take for a living server: it has the number and runs as the same user.
    const stranger = spawn('sleep', ['60'], { ...serviceUser() });
    toStop.push(() => void stranger.kill());
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    writeFileSync(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'));
    const again = await start(path);
    expect(again.how).toBe('started');
    expect(await ask(again, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('is not held up by a half-made data directory or by the lock of a process that died', async () => {
    const path = home();
    mkdirSync(join(path, 'postgres.half', 'base'), { recursive: true });
    writeFileSync(join(path, 'launch.lock'), JSON.stringify({ pid: process.pid, born: 'another boot:1', turn: 'x' }));
    expect((await start(path)).how).toBe('started');
  });

  it('can lie deeper than the name of a socket may be long', async () => {
    const server = await start(home('d'.repeat(120)));
    expect(Buffer.byteLength(server.connection.host)).toBeLessThan(90);
    expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it.runIf(process.getuid?.() === 0)('says so when its user cannot reach the folder', async () => {
    const path = home();
    const closed = join(path, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(closed, 0o700);
    await expect(startEmbedded(join(closed, 'data'))).rejects.toThrow(/GUICHENG_DATA/);
  });

  it('refuses a data directory of another version in plain words', async () => {
    const path = home();
    mkdirSync(join(path, 'postgres'));
    writeFileSync(join(path, 'postgres', 'PG_VERSION'), '12\n');
    await expect(startEmbedded(path)).rejects.toThrow(/PostgreSQL 12/);
  });

  it('makes the library links that an install without scripts leaves out', () => {
    const folder = home('package');
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
    writeFileSync(join(folder, 'native', 'lib', 'libpq.so.5.18'), '');
    writeFileSync(
      join(folder, 'native', 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
    );
    expect(makeLinks(folder)).toBe(true);
    expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(makeLinks(folder)).toBe(true);
  });
});
