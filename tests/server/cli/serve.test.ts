// `serve` and `worker` as processes: they say where they are, answer, share one embedded database, and leave when told to.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../throw-away.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = temporaryFolder();
const running: ChildProcess[] = [];
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
});
afterAll(() => folder.remove());

interface Started {
  readonly child: ChildProcess;
  /** Resolves with what matched on standard error; rejects when the process ends before. */
  says(pattern: RegExp): Promise<string>;
  exit(): Promise<number | null>;
}

function guicheng(...args: readonly string[]): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    exit: () => exited,
    says: (pattern) =>
      new Promise((found, failed) => {
        const look = (): void => {
          const match = pattern.exec(said);
          if (match) found(match[1] ?? match[0]);
        };
        child.stderr?.on('data', look);
        void exited.then((code) => failed(new Error(`ended with ${code}: ${said}`)));
        look();
      }),
  };
}

test('a server and a worker on one embedded database: both start, the server answers, both leave when told to', async () => {
  const server = guicheng('serve', '--demo', '--port', '0', '--data', folder.path);
  const url = await server.says(/(http:\/\/[\d.]+:\d+)/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${url}/api/public/procedures`)).json()).toMatchObject({ items: [{ key: 'party-major-decision' }] });

  const worker = guicheng('worker', '--data', folder.path);
  await worker.says(/Guicheng worker/);

  const second = guicheng('serve', '--port', new URL(url).port, '--data', folder.path);
  expect(await second.says(/(The port is in use \([\d.:]+\)\.)/)).toContain(new URL(url).host);
  expect(await second.exit()).toBe(1);

  worker.child.kill('SIGTERM');
  expect(await worker.exit()).toBe(0);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  server.child.kill('SIGINT');
  expect(await server.exit()).toBe(0);
}, 150_000);

test('a variable that is not right is named, without a trace of the program', async () => {
  const wrong = guicheng('serve', '--port', '99999', '--data', folder.path);
  await wrong.says(/--port must be a whole number/);
  expect(await wrong.exit()).toBe(64);
});
