// Demonstration mode at start: the town into an empty database, the procedures in force, a few cases under way. A second start changes nothing.
import { settleTown } from '../features/demo/index.ts';
import { hashPassword } from '../features/identity/index.ts';
import type { Services } from '../pipeline/services.ts';
import { type Deployed, deployProcesses } from './deploy-processes.ts';
import { playExamples } from './example-cases.ts';

export interface DemoOpened {
  readonly town: 'settled' | 'inhabited';
  readonly deployed: readonly Deployed[];
  /** Example cases begun. */
  readonly examples: number;
}

/** `processes`: the folder with one folder for each procedure. */
export async function openDemo(services: Services, processes: string): Promise<DemoOpened> {
  const town = await settleTown(services.people, hashPassword);
  const deployed = await deployProcesses(services, processes);
  const any = await services.views.cases({ page: 1, size: 1 }, 'all', services.now());
  const examples = any.total === 0 ? await playExamples(services, processes) : 0;
  return { town, deployed, examples };
}
