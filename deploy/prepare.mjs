// Makes a checkout ready for `npm start` (build) and `npm test` (test), on a machine with nothing but Node and npm.
// Promise: does only what is missing, says what it does, imports node: modules only; what it cannot do it names, with the command that would.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium, findRedis, hasChineseFont } from './find-programs.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const inRoot = (path) => join(root, path);
const say = (zh, en) => console.log(`· ${zh}\n  ${en}`);

function fail(zh, en) {
  console.error(`\n✗ ${zh}\n  ${en}\n`);
  process.exit(1);
}

function run(command, args, env = {}) {
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  return done.status === 0;
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 20)) return;
  fail(
    `需要 Node.js 20.20 或更新的版本，现在是 ${process.versions.node}。`,
    `Node.js 20.20 or newer is needed; this is ${process.versions.node}.`,
  );
}

/** npm writes its hidden lock file last: where it is newer than ours, what ours names is installed. */
function isInstalled() {
  const stamp = inRoot('node_modules/.package-lock.json');
  return existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(inRoot('package-lock.json')).mtimeMs;
}

function install() {
  if (isInstalled()) return;
  say('正在安装依赖包（约一分钟）……', 'Installing packages (about a minute) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev']))
    fail(
      '依赖包安装失败：请检查网络和 npm 的软件源设置，再运行一次。',
      'The packages could not be installed: check the network and the registry that npm uses, then run this again.',
    );
}

/** Names, sizes and times of all sources: a changed, added or removed file changes the text. */
function sourceStamp() {
  const lines = [];
  const walk = (path) => {
    const stat = statSync(inRoot(path));
    if (stat.isFile()) lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
    else for (const name of readdirSync(inRoot(path)).sort()) if (name !== 'node_modules' && !name.startsWith('.')) walk(`${path}/${name}`);
  };
  for (const path of [
    'engine',
    'server',
    'modeler-ui',
    'deploy',
    'package-lock.json',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ])
    walk(path);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function build() {
  const stampFile = inRoot('dist/.built-from');
  const stamp = sourceStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  say('正在构建（约半分钟）……', 'Building (about half a minute) …');
  rmSync(inRoot('dist'), { recursive: true, force: true });
  if (!run('npm', ['run', '--silent', 'build'])) fail('构建失败，原因见上。', 'The build failed; the reason is above.');
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

const programs = [
  {
    package: 'chromium',
    found: findChromium,
    zh: 'Chromium 浏览器（或以 CHROMIUM_PATH 指明）',
    en: 'a Chromium browser (or name one in CHROMIUM_PATH)',
  },
  {
    package: 'redis-server',
    found: findRedis,
    zh: 'Redis 服务程序（或以 REDIS_SERVER 指明）',
    en: 'a Redis server program (or name one in REDIS_SERVER)',
  },
  { package: 'fonts-noto-cjk', found: hasChineseFont, zh: '中文字体', en: 'a font with Chinese characters' },
];

function provideTestPrograms() {
  const missing = programs.filter((program) => !program.found());
  if (missing.length === 0) return;
  const names = missing.map((program) => program.package);
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say(`正在安装测试所需的程序：${names.join('、')}……`, `Installing what the tests need: ${names.join(', ')} …`);
    // A server package must not start a service of its own on a fixed port: policy-rc.d is Debian's way to say so.
    const quiet = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', command.split(' ').slice(1), quiet);
  }
  const still = programs.filter((program) => !program.found());
  if (still.length > 0)
    fail(
      `测试还缺少：${still.map((p) => p.zh).join('；')}。在 Debian 上请运行：${command}`,
      `The tests still need: ${still.map((p) => p.en).join('; ')}. On Debian run: ${command}`,
    );
}

const modes = { build: [install, build], test: [install, provideTestPrograms] };
const steps = modes[process.argv[2]];
if (!steps) fail('用法：node deploy/prepare.mjs build|test', 'Usage: node deploy/prepare.mjs build|test');
checkNode();
for (const step of steps) step();
