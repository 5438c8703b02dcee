// `guicheng verify`: is the record of a case whole? Needs no database for a file, and trusts nothing that it did not compute.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { verifyExport } from '../../engine/index.ts';
import { type Command, exitStatus } from './command.ts';
import { oneFile, readArguments } from './read-arguments.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

export const verify: Command = {
  usage: 'verify FILE.ndjson [--json]',
  does: {
    zh: '核验导出的事项记录：完整则退出码为 0；否则指出第一条有问题的记录，退出码为 2。',
    en: 'Verifies an exported record of a case: exit 0 when it is whole, else 2, naming the first bad record.',
  },
  async run(args, terminal) {
    const read = readArguments(args, { json: { type: 'boolean' } });
    const file = oneFile(read, { zh: '记录文件', en: 'The record file' });
    const verdict = verifyExport(await readFile(file, 'utf8'), sha256);
    if (read.flag('json')) terminal.out(JSON.stringify(verdict));
    else terminal.out(describeVerdict(verdict)[terminal.language]);
    return verdict.whole ? exitStatus.done : exitStatus.refused;
  },
};

/** One line for people. Both languages name the same facts. */
export function describeVerdict(verdict: ReturnType<typeof verifyExport>): { readonly zh: string; readonly en: string } {
  if (verdict.whole)
    return {
      zh: `记录完整：共 ${verdict.records} 条，最后一条的哈希为 ${verdict.head}。`,
      en: `The record is whole: ${verdict.records} records, head ${verdict.head}.`,
    };
  const { n, why, words } = verdict.firstBad;
  return {
    zh: `记录不完整：第 ${n} 条有问题（${why}）。${words.zh}`,
    en: `The record is NOT whole: record ${n} is bad (${why}). ${words.en}`,
  };
}
