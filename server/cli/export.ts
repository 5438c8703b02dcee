// `guicheng export`: the records of a case as a file that `guicheng verify` checks on any machine, whole or not.
import { writeFile } from 'node:fs/promises';
import { type Command, exitStatus } from './command.ts';
import { withTool } from './open-tool.ts';
import { oneFile, readArguments } from './read-arguments.ts';
import { exportCase, readCaseRecords } from './read-case-records.ts';
import { settingsOf } from './settings.ts';
import { unknownCase } from './unknown-case.ts';

export const exportCommand: Command = {
  usage: 'export CASE [--out FILE.ndjson] [--data DIR|DATABASE_URL]',
  does: { zh: '导出一个事项的全部记录，供离线核验和归档。', en: 'Exports the records of a case, to be verified offline and archived.' },
  async run(args, terminal) {
    const read = readArguments(args, { out: { type: 'string' }, data: { type: 'string' } });
    const id = oneFile(read, { zh: '事项编号', en: 'The case id' });
    const text = await withTool(settingsOf(read), async ({ services }) => {
      const found = await readCaseRecords(services, id);
      return found && exportCase(services, found);
    });
    if (text === undefined) return unknownCase(id, terminal);
    const file = read.text('out');
    if (file === undefined) terminal.out(text.trimEnd());
    else await writeFile(file, text);
    return exitStatus.done;
  },
};
