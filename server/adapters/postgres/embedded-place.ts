// Where the embedded server lives: its folders, its socket, and as whom it runs.
// Promise: data and socket folders belong to that user alone; a folder that somebody else made is refused, not used.
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { EmbeddedUnavailable, isReachable, type ServiceUser, serviceUser } from './embedded-binaries.ts';

/** Superuser and database of the embedded server. */
export const embeddedName = 'guicheng';
/** Part of the socket's name; no port is opened. */
export const embeddedPort = 5432;

export interface Place {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly socket: string;
  readonly user: ServiceUser | undefined;
}

export function own(path: string, mode: number, user: ServiceUser | undefined): void {
  mkdirSync(path, { recursive: true, mode });
  const found = lstatSync(path);
  const expected = user?.uid ?? process.getuid?.();
  if (!found.isDirectory() || (found.uid !== expected && found.uid !== process.getuid?.()))
    throw new EmbeddedUnavailable(`${path} belongs to somebody else. 该目录属于其他用户。`);
  if (user) chownSync(path, user.uid, user.gid);
  chmodSync(path, mode);
}

export function placeOf(homeGiven: string): Place {
  const home = resolve(homeGiven);
  const user = serviceUser();
  // Whatever the umask says: the server's user must get through.
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o755);
  }
  if (!isReachable(home, user))
    throw new EmbeddedUnavailable(
      `As root, PostgreSQL runs as the user nobody, who cannot reach ${home}: choose another GUICHENG_DATA. 以 root 运行时数据库用户无法进入该目录，请更换 GUICHENG_DATA。`,
    );
  const near = join(home, 'socket');
  // sockaddr_un allows 108 bytes, 104 on macOS, the file name included.
  const short = Buffer.byteLength(near) < 80;
  const socket = short ? near : join(tmpdir(), `guicheng-${createHash('sha256').update(home).digest('hex').slice(0, 16)}`);
  return { home, data: join(home, 'postgres'), log: join(home, 'postgres.log'), socket, user };
}
