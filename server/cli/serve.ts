// `guicheng serve`: pages, interface and effects in one process, until it is told to stop. With --demo, the demonstration town.
import { openDemo } from '../demo/open-demo.ts';
import { compose, untilSignalled } from '../main.ts';
import { type Command, exitStatus } from './command.ts';
import { nothingElse, readArguments } from './read-arguments.ts';
import { processesFolder, settingsOf } from './settings.ts';

export const serve: Command = {
  usage: 'serve [--demo] [--port N] [--data DIR|DATABASE_URL]',
  does: {
    zh: '启动网页、接口和定时任务。--demo 载入示范镇；不指定数据库时使用内置的 PostgreSQL。',
    en: 'Starts pages, interface and timers. --demo loads the demonstration town; without a database the embedded PostgreSQL is used.',
  },
  async run(args, terminal) {
    const read = nothingElse(readArguments(args, { demo: { type: 'boolean' }, port: { type: 'string' }, data: { type: 'string' } }));
    const configuration = settingsOf(read);
    const house = await compose({ mode: 'serve', configuration });
    try {
      if (configuration.demo) await openDemo(house.services, processesFolder());
      const { url } = await house.start();
      terminal.error(`\n规程 Guicheng: ${url}\n按 Ctrl+C 停止。 Ctrl+C stops it.\n`);
    } catch (error) {
      await house.stop();
      if (!isPortTaken(error)) throw error;
      const { host, port } = configuration;
      terminal.error(portTaken(`${host}:${port}`)[terminal.language]);
      return exitStatus.broken;
    }
    await untilSignalled(house);
    return exitStatus.done;
  },
};

const isPortTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
const portTaken = (address: string): { readonly zh: string; readonly en: string } => ({
  zh: `端口已被占用（${address}）。请用 --port 另选一个；--port 0 任选空闲端口。`,
  en: `The port is in use (${address}). Choose another with --port; --port 0 takes any free one.`,
});
