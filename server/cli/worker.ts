// `guicheng worker`: only the effects (timers, jobs, messages), beside any number of other workers and servers on the same database.
import { compose, untilSignalled } from '../main.ts';
import { type Command, exitStatus } from './command.ts';
import { nothingElse, readArguments } from './read-arguments.ts';
import { settingsOf } from './settings.ts';

export const worker: Command = {
  usage: 'worker [--data DIR|DATABASE_URL]',
  does: {
    zh: '只运行定时任务、作业和消息，可与其他进程同时运行。',
    en: 'Runs timers, jobs and messages only; any number may run side by side.',
  },
  async run(args, terminal) {
    const read = nothingElse(readArguments(args, { data: { type: 'string' } }));
    const house = await compose({ mode: 'worker', configuration: settingsOf(read) });
    try {
      await house.start();
    } catch (error) {
      await house.stop();
      throw error;
    }
    terminal.error('规程 Guicheng worker\n按 Ctrl+C 停止。 Ctrl+C stops it.');
    await untilSignalled(house);
    return exitStatus.done;
  },
};
