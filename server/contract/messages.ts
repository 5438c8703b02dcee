// Messages that come from outside: what another authority, a register or a payment office tells a case.
import { z } from 'zod';
import { caseId, variables } from './answers.ts';
import { commandDone } from './cases.ts';

const storable = (text: string): boolean => !text.includes('\0');
export const outsideMessage = z.object({
  /** Name of the message as drawn. */
  name: z.string().min(1).max(200).refine(storable),
  /** Which of the cases that wait for this name: the value of their correlation key. */
  key: z.string().min(1).max(1_000).refine(storable).optional(),
  variables: variables.default({}),
  /** Only this case. */
  case: caseId.optional(),
});
/** `started`: nobody waited, so the message started this case. */
export const messageDelivered = commandDone.extend({ started: z.boolean() });
