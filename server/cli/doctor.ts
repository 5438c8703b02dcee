// `guicheng doctor`: what this machine lacks to run Guicheng, in plain words. Changes nothing.
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Command, exitStatus } from './command.ts';
import { readArguments } from './read-arguments.ts';

interface Finding {
  readonly good: boolean;
  readonly zh: string;
  readonly en: string;
}

export const doctor: Command = {
  usage: 'doctor [--data DIR]',
  does: {
    zh: '检查本机能否运行规程：Node 版本、数据目录、数据库、Redis。',
    en: 'Checks whether this machine can run Guicheng: Node version, data directory, database, Redis.',
  },
  async run(args, terminal) {
    const read = readArguments(args, { data: { type: 'string' } });
    const findings = [nodeVersion(), await dataDirectory(resolve(read.text('data') ?? process.env.GUICHENG_DATA ?? '.data'))];
    for (const f of findings) terminal.out(`${f.good ? '✓' : '✗'} ${f[terminal.language]}`);
    return findings.every((f) => f.good) ? exitStatus.done : exitStatus.refused;
  },
};

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
