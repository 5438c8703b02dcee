// The demonstration town in this process: the real house on an embedded PostgreSQL of its own and a free port, with a clock that can be moved.
// Promise: nothing is left running or lying about after `stop`. The pages are those of dist/modeler-ui: build first.

import { fileURLToPath } from 'node:url';
import { readConfiguration } from '../../server/configuration.ts';
import { openDemo } from '../../server/demo/open-demo.ts';
import { compose, type House } from '../../server/main.ts';
import { temporaryFolder } from '../server/throw-away.ts';
import { say } from './say.ts';

export const processesFolder = fileURLToPath(new URL('../../processes', import.meta.url));

export interface Town {
  readonly url: string;
  readonly house: House;
  /** Folder of the embedded database, for the command line. */
  readonly data: string;
  /** What the house takes for the present. */
  readonly now: () => number;
  /** Lets time pass; everything that became due is done when it resolves. */
  passTime(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export async function openTown(): Promise<Town> {
  const folder = temporaryFolder();
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const configuration = { ...readConfiguration({ LOG_LEVEL: 'error', GUICHENG_DEMO: '1' }), port: 0, data: folder.path };
  const house = await compose({ mode: 'serve', configuration, now });
  try {
    const { examples } = await openDemo(house.services, processesFolder);
    const { url = '' } = await house.start();
    say(`the town is open at ${url} with ${examples} example cases`);
    return {
      url,
      house,
      data: folder.path,
      now,
      passTime: async (ms) => {
        ahead += ms;
        await house.effects.runDue();
      },
      stop: async () => {
        await house.stop();
        folder.remove();
      },
    };
  } catch (error) {
    await house.stop();
    folder.remove();
    throw error;
  }
}
