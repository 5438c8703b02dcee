// The embedded PostgreSQL: a real server in our data directory, reached through a Unix socket only, with every flush on.
// Promises: the first process starts it, later ones attach to it, the last one to leave stops it; one left over by a killed process is
// found and used again; a half-made or crashed data directory is recovered. As root it runs as nobody (65534).
// Not done: Windows, upgrades between major versions (both refused in clear words).
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedUnavailable, readyBinaries } from './embedded-binaries.ts';
import { launch, logSize, makeDataDirectory } from './embedded-launch.ts';
import { embeddedName, embeddedPort, own, type Place, placeOf } from './embedded-place.ts';
import { withLaunchLock } from './launch-lock.ts';
import { clearStrangersPid, livingServer, stopServer } from './postmaster.ts';

export interface EmbeddedServer {
  /** For `pg`: socket folder, user and database. */
  readonly connection: { readonly host: string; readonly port: number; readonly user: string; readonly database: string };
  /** `started` by this process or `attached` to one that ran already. */
  readonly how: 'started' | 'attached';
  stop(): Promise<void>;
}

/** How long the remains of a killed server may take to end. */
const patienceMs = 30_000;
const largestLog = 10_000_000;
/** Held shared by every process that uses the server: who leaves last sees nobody else holding it. */
const presenceLock = 7_305_804_402;

const client = (place: Place, database: string): pg.Client =>
  new pg.Client({
    host: place.socket,
    port: embeddedPort,
    user: embeddedName,
    database,
    application_name: 'guicheng presence',
    connectionTimeoutMillis: 5_000,
  });

/** Connects as soon as the server takes connections; crash recovery may take long, so only its end is a failure. */
async function connect(place: Place, gone: () => boolean): Promise<pg.Client> {
  for (;;) {
    const candidate = client(place, 'postgres');
    candidate.on('error', () => undefined);
    try {
      await candidate.connect();
      return candidate;
    } catch (error) {
      await candidate.end().catch(() => undefined);
      const code = (error as { code?: string }).code ?? '';
      if (code === 'EACCES' || code === 'EPERM' || code.startsWith('28'))
        throw new EmbeddedUnavailable(
          `The PostgreSQL of ${place.home} runs for another user of this machine. 该数据目录的数据库由本机其他用户运行。`,
        );
      if (gone()) throw new EmbeddedUnavailable(`The embedded PostgreSQL did not start, see ${place.log}: ${String(error)}`);
      await pause(25);
    }
  }
}

async function ensureDatabase(presence: pg.Client): Promise<void> {
  const found = await presence.query('select 1 from pg_database where datname = $1', [embeddedName]);
  if (found.rowCount === 0) await presence.query(`create database ${embeddedName}`);
}

async function begin(place: Place): Promise<{ presence: pg.Client; how: EmbeddedServer['how'] }> {
  const running = livingServer(place.data);
  if (running !== undefined) {
    const presence = await connect(place, () => livingServer(place.data) === undefined);
    return { presence, how: 'attached' };
  }
  const binaries = readyBinaries(place.home, place.user);
  await makeDataDirectory(binaries, place);
  clearStrangersPid(place.data);
  // The socket of a dead server and its lock: nobody lives here, as was just seen.
  rmSync(place.socket, { recursive: true, force: true });
  own(place.socket, 0o700, place.user);
  if (logSize(place) > largestLog) rmSync(place.log);
  const patience = Date.now() + patienceMs;
  for (;;) {
    const logged = logSize(place);
    const launched = launch(binaries.native, place);
    try {
      return { presence: await connect(place, () => launched.ended() !== undefined), how: 'started' };
    } catch (error) {
      const said = readFileSync(place.log, 'utf8').slice(logged).trim();
      // Its predecessor was killed and what it had begun is still ending: PostgreSQL waits for nobody, so we do.
      if (Date.now() > patience || !said.includes('still in use'))
        throw said === '' ? error : new EmbeddedUnavailable(`${String(error)}\n${said}`);
      await pause(100);
    }
  }
}

async function leave(place: Place, presence: pg.Client): Promise<void> {
  let others = 0;
  try {
    const found = await presence.query<{ n: number }>(
      "select count(*)::int as n from pg_locks where locktype = 'advisory' and ((classid::bigint << 32) | objid::bigint) = $1 and pid <> pg_backend_pid()",
      [presenceLock],
    );
    others = found.rows[0]?.n ?? 0;
  } catch {
    // The server is gone or going: nothing to ask, perhaps something to stop.
  }
  await presence.end().catch(() => undefined);
  const pid = livingServer(place.data);
  if (others > 0 || pid === undefined) return;
  await stopServer(pid, place.data);
  rmSync(place.socket, { recursive: true, force: true });
}

export async function startEmbedded(home: string): Promise<EmbeddedServer> {
  const place = placeOf(home);
  const lock = join(place.home, 'launch.lock');
  const { presence, how } = await withLaunchLock(lock, async () => {
    const begun = await begin(place);
    begun.presence.on('error', () => undefined);
    await ensureDatabase(begun.presence);
    await begun.presence.query('select pg_advisory_lock_shared($1)', [presenceLock]);
    return begun;
  });
  let leaving: Promise<void> | undefined;
  return {
    connection: { host: place.socket, port: embeddedPort, user: embeddedName, database: embeddedName },
    how,
    stop: () => (leaving ??= withLaunchLock(lock, () => leave(place, presence))),
  };
}
