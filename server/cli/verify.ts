// `guicheng verify`: is the record of a case whole? Needs no database for a file, and trusts nothing that it did not compute.
import { createHash } from 'node:crypto';
import { type Verdict, verifyExport } from '../../engine/index.ts';
import { type Command, exitStatus } from './command.ts';
import { type Arguments, nothingElse, oneFile, readArguments, readText } from './read-arguments.ts';
import { unknownCase } from './unknown-case.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

export const verify: Command = {
  usage: 'verify FILE.ndjson | --case ID [--data DIR|DATABASE_URL] [--json]',
  does: {
    zh: '核验导出的记录文件或数据库中的事项：完整则退出码为 0；否则指出第一条有问题的记录，退出码为 2。',
    en: 'Verifies an exported record, or a case in the database: exit 0 when it is whole, else 2, naming the first bad record.',
  },
  async run(args, terminal) {
    const read = readArguments(args, { json: { type: 'boolean' }, case: { type: 'string' }, data: { type: 'string' } });
    const id = read.text('case');
    const verdict =
      id === undefined
        ? await verifyFile(oneFile(read, { zh: '记录文件', en: 'The record file' }))
        : await verifyStored(nothingElse(read), id);
    if (!verdict) return unknownCase(id ?? '', terminal);
    if (read.flag('json')) terminal.out(JSON.stringify(verdict));
    else terminal.out(describeVerdict(verdict)[terminal.language]);
    return verdict.whole ? exitStatus.done : exitStatus.refused;
  },
};

const verifyFile = async (file: string): Promise<Verdict> => verifyExport(await readText(file), sha256);

/** The database is only needed, and its modules only loaded, for a case that is still in it. */
async function verifyStored(read: Arguments, id: string): Promise<Verdict | undefined> {
  const [{ withTool }, { readCaseRecords, verifyCase }, { settingsOf }] = await Promise.all([
    import('./open-tool.ts'),
    import('./read-case-records.ts'),
    import('./settings.ts'),
  ]);
  return withTool(settingsOf(read), async ({ services }) => {
    const found = await readCaseRecords(services, id);
    return found && verifyCase(found);
  });
}

/** One line for people. Both languages name the same facts. */
export function describeVerdict(verdict: Verdict): { readonly zh: string; readonly en: string } {
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
