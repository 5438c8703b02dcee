// Real servers that live as long as one test file: PostgreSQL (embedded and Debian's 15) and Redis, on sockets of their own.
// Promise: nothing is left running or lying about after `stop`.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startEmbedded } from '../../server/adapters/postgres/embedded.ts';
import { serviceUser } from '../../server/adapters/postgres/embedded-binaries.ts';

export interface ThrowAway {
  readonly connection: { host: string; port: number; user: string; database: string };
  /** A new empty database on the same server. */
  database(): Promise<ThrowAway['connection']>;
  stop(): Promise<void>;
}

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'gc-test-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

let databases = 0;
async function newDatabase(connection: ThrowAway['connection']): Promise<ThrowAway['connection']> {
  const name = `test_${process.pid}_${++databases}`;
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return { ...connection, database: name };
}

export async function embeddedPostgres(): Promise<ThrowAway> {
  const folder = temporaryFolder();
  const server = await startEmbedded(folder.path);
  return {
    connection: server.connection,
    database: () => newDatabase(server.connection),
    stop: async () => {
      await server.stop();
      folder.remove();
    },
  };
}

const debian15 = '/usr/lib/postgresql/15/bin';
export const hasPostgres15 = existsSync(join(debian15, 'postgres'));

async function until(ready: () => Promise<unknown>, child: ChildProcess): Promise<void> {
  for (;;) {
    try {
      await ready();
      return;
    } catch (error) {
      if (child.exitCode !== null) throw error;
      await pause(20);
    }
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

export async function postgres15(): Promise<ThrowAway> {
  const folder = temporaryFolder();
  const user = serviceUser();
  const data = join(folder.path, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder.path, data]) chownSync(path, user.uid, user.gid);
  const options = { ...user, cwd: folder.path, stdio: 'ignore' as const };
  const initdb = spawn(join(debian15, 'initdb'), ['-D', data, '-U', 'guicheng', '--auth=trust', '-E', 'UTF8', '--locale=C'], options);
  await once(initdb, 'exit');
  const server = spawn(
    join(debian15, 'postgres'),
    ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder.path}`],
    options,
  );
  const connection = { host: folder.path, port: 5432, user: 'guicheng', database: 'postgres' };
  await until(async () => {
    const client = new pg.Client(connection);
    await client.connect();
    await client.end();
  }, server);
  return {
    connection,
    database: () => newDatabase(connection),
    stop: async () => {
      await ended(server, 'SIGINT');
      folder.remove();
    },
  };
}

export interface ThrowAwayRedis {
  /** Path of its Unix socket. */
  readonly path: string;
  stop(): Promise<void>;
}

export async function redisServer(): Promise<ThrowAwayRedis> {
  const folder = temporaryFolder();
  const path = join(folder.path, 'redis.sock');
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', path, '--save', '', '--dir', folder.path], { stdio: 'ignore' });
  await until(async () => {
    const client = new Redis({ path, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.ping();
    } finally {
      client.disconnect();
    }
  }, server);
  return {
    path,
    stop: async () => {
      await ended(server, 'SIGTERM');
      folder.remove();
    },
  };
}
