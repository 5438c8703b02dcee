// The embedded PostgreSQL: a real server in our data directory, reached through a Unix socket only, with every flush on.
// Promises: the first process starts it, later ones attach to it, the last one to leave stops it; one left over by a killed process is
// found and used again; a half-made or crashed data directory is recovered. As root it runs as nobody (65534).
// Not done: Windows, upgrades between major versions (both refused in clear words).
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Binaries, EmbeddedUnavailable, isReachable, readyBinaries, type ServiceUser, serviceUser } from './embedded-binaries.ts';
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
const superuser = 'guicheng';
const port = 5432;
/** Held shared by every process that uses the server: who leaves last sees nobody else holding it. */
const presenceLock = 7_305_804_402;

interface Place {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly socket: string;
  readonly user: ServiceUser | undefined;
}

function own(path: string, mode: number, user: ServiceUser | undefined): void {
  mkdirSync(path, { recursive: true, mode });
  const found = lstatSync(path);
  const expected = user?.uid ?? process.getuid?.();
  if (!found.isDirectory() || (found.uid !== expected && found.uid !== process.getuid?.()))
    throw new EmbeddedUnavailable(`${path} belongs to somebody else. 该目录属于其他用户。`);
  if (user) chownSync(path, user.uid, user.gid);
  chmodSync(path, mode);
}

function placeOf(homeGiven: string): Place {
  const home = resolve(homeGiven);
  const user = serviceUser();
  mkdirSync(home, { recursive: true, mode: 0o755 });
  if (!isReachable(home, user))
    throw new EmbeddedUnavailable(`As root, PostgreSQL runs as the user nobody, who cannot reach ${home}: choose another GUICHENG_DATA. 以 root 运行时数据库用户无法进入该目录，请更换 GUICHENG_DATA。`);
  const near = join(home, 'socket');
  // sockaddr_un allows 108 bytes, 104 on macOS, the file name included.
  const short = Buffer.byteLength(near) < 80;
  const socket = short ? near : join(tmpdir(), `guicheng-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  return { home, data: join(home, 'postgres'), log: join(home, 'postgres.log'), socket, user };
}

function run(program: string, args: readonly string[], place: Place): Promise<void> {
  const child = spawn(program, args, { ...place.user, cwd: place.home, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' } });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new EmbeddedUnavailable(`${program} ended with ${code}: ${words.trim()}`))));
  });
}

async function makeDataDirectory(binaries: Binaries, place: Place): Promise<void> {
  const versionFile = join(place.data, 'PG_VERSION');
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim();
    if (found !== binaries.major)
      throw new EmbeddedUnavailable(`${place.data} was made by PostgreSQL ${found}, the programs are ${binaries.major}: dump it with the old version first. 数据目录版本与程序不符，请先用旧版本导出。`);
    return;
  }
  const half = `${place.data}.half`;
  rmSync(half, { recursive: true, force: true });
  own(half, 0o700, place.user);
  await run(
    join(binaries.native, 'bin', 'initdb'),
    ['-D', half, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums', '--no-instructions'],
    place,
  );
  renameSync(half, place.data);
}

const settings = (place: Place): string[] =>
  Object.entries({
    listen_addresses: '',
    port: String(port),
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

const logSize = (place: Place): number => (existsSync(place.log) ? readFileSync(place.log, 'utf8').length : 0);

function launch(native: string, place: Place): { ended: () => number | undefined } {
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

const client = (place: Place, database: string): pg.Client =>
  new pg.Client({ host: place.socket, port, user: superuser, database, application_name: 'guicheng presence', connectionTimeoutMillis: 5_000 });

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
        throw new EmbeddedUnavailable(`The PostgreSQL of ${place.home} runs for another user of this machine. 该数据目录的数据库由本机其他用户运行。`);
      if (gone()) throw new EmbeddedUnavailable(`The embedded PostgreSQL did not start, see ${place.log}: ${String(error)}`);
      await pause(25);
    }
  }
}

async function ensureDatabase(presence: pg.Client): Promise<void> {
  const found = await presence.query('select 1 from pg_database where datname = $1', [superuser]);
  if (found.rowCount === 0) await presence.query(`create database ${superuser}`);
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
      if (Date.now() > patience || !said.includes('still in use')) throw said === '' ? error : new EmbeddedUnavailable(`${String(error)}\n${said}`);
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
    connection: { host: place.socket, port, user: superuser, database: superuser },
    how,
    stop: () => (leaving ??= withLaunchLock(lock, () => leave(place, presence))),
  };
}
