// Puts every procedure of the processes folder in force that is not there in any version yet. A drawing with problems is named, not skipped.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { personOf } from '../features/demo/index.ts';
import { deployProcedure } from '../pipeline/deploy-procedure.ts';
import type { Services } from '../pipeline/services.ts';
import { readProcedureFolder } from './read-procedure-folder.ts';

export interface Deployed {
  readonly key: string;
  readonly version: number;
}

export async function deployProcesses(
  services: Pick<Services, 'procedures' | 'roster' | 'now' | 'zone'>,
  processes: string,
): Promise<readonly Deployed[]> {
  const deployed: Deployed[] = [];
  for (const name of (await readdir(processes)).sort()) {
    if (!existsSync(join(processes, name, `${name}.bpmn`)) || (await services.procedures.newest(name)) !== undefined) continue;
    const drawing = await readProcedureFolder(join(processes, name), name);
    const outcome = await deployProcedure(services, {
      ...drawing,
      baseVersion: 0,
      note: '示范版本 · Demonstration version',
      by: personOf('procedure-drafter'),
      at: services.now(),
    });
    if (!outcome.ok) {
      const { code, problems } = outcome.refusal;
      throw new Error(`processes/${name} cannot be deployed: ${code} ${JSON.stringify(problems ?? [])}`);
    }
    deployed.push({ key: name, version: outcome.value.version });
  }
  return deployed;
}
