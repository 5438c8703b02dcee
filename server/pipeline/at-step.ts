// What all commands at a step share: the case must be visible, then the order goes to the desk. Whether it may be done is the core's.
import { z } from 'zod';
import type { Command } from '../../engine/index.ts';
import { caseId } from '../contract/answers.ts';
import type { CommandDone } from './desk.ts';
import type { Outcome } from './outcome.ts';
import { seenCase } from './seen-case.ts';
import type { Services } from './services.ts';
import type { Reader } from './who-acts.ts';

export const stepParams = z.object({ id: caseId, node: z.coerce.number().int().min(0) });

interface Asked {
  readonly reader: Reader;
  readonly at: number;
  readonly key: string | undefined;
}

export async function orderIn(services: Services, id: string, asked: Asked, command: Command): Promise<Outcome<CommandDone>> {
  const seen = await seenCase(services, id, asked.reader, asked.at);
  if (!seen.ok) return seen;
  return services.desk.order({ case: id, command, reader: asked.reader, ...(asked.key !== undefined && { key: asked.key }) });
}
