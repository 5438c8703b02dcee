// A message from outside, brought by somebody with the right to: it goes to the one case that waits for it, else it starts a procedure.
// Promises: nobody guesses — where several would fit, it is refused until a key or a case says which; under an idempotency key it takes
// effect once: where it goes is noted before it goes, so that a repeated one gets the first one's answer and cannot go elsewhere.
import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../engine/index.ts';
import { derivedCaseId } from './derived-id.ts';
import type { CommandDone } from './desk.ts';
import { type Aim, readAim, waitingAims, writeAim } from './message-aim.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { Services } from './services.ts';
import type { Reader } from './who-acts.ts';

export interface Message {
  readonly name: string;
  /** Which of those that wait for this name. */
  readonly key?: string;
  /** Only this case. */
  readonly case?: string;
  readonly variables: JsonObject;
}
export interface Delivery {
  readonly message: Message;
  readonly reader: Reader;
  readonly at: number;
  readonly idempotencyKey?: string;
}
export interface Received extends CommandDone {
  /** It started the case; else the case was waiting for it. */
  readonly started: boolean;
}
type Tools = Pick<Services, 'cases' | 'procedures' | 'desk'>;

const mostTries = 5;

export async function receiveMessage(tools: Tools, delivery: Delivery): Promise<Outcome<Received>> {
  const sent = sentUnder(delivery);
  let aimed = sent && (await tools.cases.messageAim(sent));
  let known = aimed !== undefined;
  for (let tries = 1; tries <= mostTries; tries++) {
    if (!known) {
      const found = await findAim(tools, delivery.message);
      if (!found.ok) return found;
      const now = writeAim(found.value);
      aimed = sent ? await tools.cases.aimMessage(sent, { was: aimed, now, at: delivery.at }) : now;
    }
    if (aimed === undefined) break;
    const outcome = await deliver(tools, delivery, readAim(aimed));
    // What it was aimed at has moved on without it: it was not delivered there and may go elsewhere.
    if (outcome.ok || !movedOn.has(outcome.refusal.code)) return outcome;
    known = false;
  }
  return refused('message.nobody-waits');
}

const movedOn: ReadonlySet<string> = new Set(['message.not-awaited', 'case.not-running', 'case.unknown', 'start.unknown']);

const sentUnder = ({ reader, idempotencyKey: key }: Delivery) => (key === undefined ? undefined : { sender: reader.person, key });

async function findAim({ cases, procedures }: Tools, message: Message): Promise<Outcome<Aim>> {
  const waiting = await waitingAims(cases, message.name, message.key === undefined ? [] : [message.key]);
  const wanted = waiting.filter((aim) => message.case === undefined || aim.case === message.case);
  const named = wanted.filter((aim) => aim.key !== undefined);
  const fitting = named.length > 0 ? named : wanted;
  const [first] = fitting;
  if (first) return fitting.every((aim) => aim.case === first.case) ? done(first) : refused('message.ambiguous');
  const starts = message.case === undefined ? await procedures.startedBy(message.name) : [];
  const [start] = starts;
  if (!start) return refused('message.nobody-waits');
  return starts.length > 1 ? refused('message.ambiguous') : done({ to: 'start', procedure: start.key });
}

async function deliver(tools: Tools, delivery: Delivery, aim: Aim): Promise<Outcome<Received>> {
  const { message, reader, idempotencyKey: key } = delivery;
  const { name, variables } = message;
  const under = { reader, ...(key !== undefined && { key: `message:${key}` }) };
  if (aim.to === 'case') {
    const command = { type: 'CorrelateMessage', name, variables, ...(aim.key !== undefined && { key: aim.key }) } as const;
    return told(await tools.desk.order({ case: aim.case, command, ...under }), false);
  }
  const { procedure } = aim;
  const newest = await tools.procedures.newest(procedure);
  const id = key === undefined ? randomUUID() : derivedCaseId('message', reader.person, key);
  const command = { type: 'StartCase', case: id, title: newest?.name ?? procedure, variables, message: name } as const;
  return told(await tools.desk.order({ case: id, procedure, command, ...under }), true);
}

const told = (outcome: Outcome<CommandDone>, started: boolean): Outcome<Received> =>
  outcome.ok ? done({ ...outcome.value, started }) : outcome;
