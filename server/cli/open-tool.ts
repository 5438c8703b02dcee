// A house opened for one question of the command line: no pages, no effects; its log goes to standard error, results alone to standard output.
import type { Configuration } from '../configuration.ts';
import { openLog } from '../log.ts';
import { compose, type House } from '../main.ts';

export async function withTool<T>(configuration: Configuration, use: (house: House) => Promise<T>, now?: () => number): Promise<T> {
  const log = openLog({ logLevel: 'warn' }, process.stderr);
  const house = await compose({ mode: 'tool', configuration, log, ...(now ? { now } : {}) });
  try {
    return await use(house);
  } finally {
    await house.stop();
  }
}
