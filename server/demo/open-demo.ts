// Demonstration mode at start: the town into an empty database, the procedures in force, a few cases under way. A second start changes nothing.
import { settleTown } from '../features/demo/index.ts';
import { hashPassword } from '../features/identity/index.ts';
import type { Services } from '../pipeline/services.ts';
import { type Deployed, deployProcesses } from './deploy-processes.ts';

export interface DemoOpened {
  readonly town: 'settled' | 'inhabited';
  readonly deployed: readonly Deployed[];
}

/** `processes`: the folder with one folder for each procedure. */
export async function openDemo(services: Services, processes: string): Promise<DemoOpened> {
  const town = await settleTown(services.people, hashPassword);
  const deployed = await deployProcesses(services, processes);
  return { town, deployed };
}
