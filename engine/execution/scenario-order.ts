// One line of a scenario → the order that somebody gives next, in the state the case is in now.
// Promise: decides nothing. Who may do what is asked of the engine, when the order is given; here only people and nodes are found.
import type { CaseState, NodeState } from '../case/state.ts';
import { foldMeeting } from '../deliberation/meeting.ts';
import type { Words } from '../model/json.ts';
import type { Actor, Command, Directory } from './command.ts';
import type { Procedure } from './procedure.ts';
import type { ScenarioStep } from './scenario.ts';

export interface Order {
  readonly command: Command;
  readonly by: Actor;
}
/** `done`: the line asks for nothing more. */
export type Cue =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly words: Words };
export type ActingStep = Exclude<ScenarioStep, { advance: string }>;
export interface Setting {
  readonly procedure: Procedure;
  readonly directory: Directory;
}

export const systemActor: Actor = { kind: 'system', person: 'system', office: 'system', offices: [] };

/** A person in an office, with every office that person holds. */
export function actorOf(directory: Directory, person: string, office: string): Actor {
  const held = Object.entries(directory.holders).flatMap(([key, people]) => (people.includes(person) ? [key] : []));
  return { kind: 'person', person, office, offices: held.includes(office) ? held : [office, ...held] };
}
const holderOf = (directory: Directory, office: string): string | undefined => directory.holders[office]?.[0];
const officeOf = (directory: Directory, person: string): string | undefined =>
  Object.values(directory.bodies)
    .flat()
    .find((m) => m.person === person)?.office ?? Object.entries(directory.holders).find(([, people]) => people.includes(person))?.[0];

const fault = (zh: string, en: string): Cue => ({ kind: 'fault', words: { zh, en } });
const order = (command: Command, by: Actor): Cue => ({ kind: 'order', order: { command, by } });
const noOne = (office: string): Cue => fault(`没有人担任「${office}」`, `Nobody holds the office "${office}"`);
const notOpen = (element: string, state: CaseState): Cue => {
  const open = openSteps(state).join(' ');
  return fault(`「${element}」没有打开；打开的有：${open}`, `"${element}" is not open; open are: ${open}`);
};

/** Elements that wait for people. */
export const openSteps = (state: CaseState): readonly string[] => [
  ...new Set([...state.nodes.values()].filter((n) => n.role === 'task').map((n) => n.element)),
];

/** `played`: orders already given for this line. */
export function nextOrder(step: ActingStep, state: CaseState, setting: Setting, played: number): Cue {
  if ('completeEach' in step) return completeEach(step, state, setting);
  if ('signInAll' in step) return signInAll(step, state, setting);
  if (played > 0) return { kind: 'done' };
  if ('complete' in step) return complete(step, state, setting);
  if ('message' in step)
    return order(
      { type: 'CorrelateMessage', name: step.message, variables: step.vars ?? {}, ...(step.key === undefined ? {} : { key: step.key }) },
      systemActor,
    );
  if ('signIn' in step || 'recuse' in step) return actInRoll(step, state, setting);
  return supervise(step, state, setting);
}

const instances = (state: CaseState, element: string): readonly NodeState[] =>
  [...state.nodes.values()].filter((n) => n.element === element && n.role === 'task' && n.task?.status === 'open');

/** The step as a whole: of several instances the node around them, which is what is supervised. */
function wholeOf(state: CaseState, element: string): NodeState | undefined {
  const all = [...state.nodes.values()].filter((n) => n.element === element && n.task);
  return all.find((n) => n.role === 'instances') ?? all[0];
}

function complete(step: Extract<ActingStep, { complete: string }>, state: CaseState, { directory }: Setting): Cue {
  const wanted = step.for === undefined ? undefined : holderOf(directory, step.for);
  const node = instances(state, step.complete).find((n) => wanted === undefined || n.task?.persons.includes(wanted));
  if (!node?.task)
    return step.refused === undefined || step.as === undefined ? notOpen(step.complete, state) : tryClosed(step, step.as, state, directory);
  const target = { id: node.id, task: node.task };
  const office = step.as ?? step.for ?? target.task.offices.find((o) => holderOf(directory, o) !== undefined);
  const person =
    step.as === undefined && target.task.persons[0] !== undefined
      ? (wanted ?? target.task.persons[0])
      : office && holderOf(directory, office);
  if (person === undefined) return noOne(office ?? step.complete);
  const acting = office ?? officeOf(directory, person) ?? '';
  return order({ type: 'CompleteTask', node: target.id, variables: step.vars ?? {} }, actorOf(directory, person, acting));
}

/** A step that is not open, or is held, is open for nobody; trying is what some scenarios are about. */
function tryClosed(step: Extract<ActingStep, { complete: string }>, office: string, state: CaseState, directory: Directory): Cue {
  const person = holderOf(directory, office);
  if (person === undefined) return noOne(office);
  const node = wholeOf(state, step.complete)?.id ?? 0;
  return order({ type: 'CompleteTask', node, variables: step.vars ?? {} }, actorOf(directory, person, office));
}

function completeEach(step: Extract<ActingStep, { completeEach: string }>, state: CaseState, { directory }: Setting): Cue {
  const node = instances(state, step.completeEach)[0];
  const person = node?.task?.persons[0];
  if (!node || person === undefined) return { kind: 'done' };
  const office = officeOf(directory, person) ?? '';
  return order(
    { type: 'CompleteTask', node: node.id, variables: step.but?.[office] ?? step.vars ?? {} },
    actorOf(directory, person, office),
  );
}

/** The open sign-in step and what has happened in its meeting so far. */
function roll(
  state: CaseState,
  { procedure }: Setting,
):
  | { readonly node: NodeState; readonly present: readonly string[]; readonly members: readonly { person: string; office: string }[] }
  | undefined {
  const node = [...state.nodes.values()].find(
    (n) => n.role === 'task' && procedure.graph.nodes.get(n.element)?.rules.deliberation?.stage === 'signIn',
  );
  for (let n = node; n && node; n = state.nodes.get(n.within))
    if (n.meeting.length > 0) {
      const meeting = foldMeeting(n.meeting);
      return { node, present: meeting.present, members: meeting.members };
    }
  return undefined;
}
const noRoll = fault('没有打开的签到步骤', 'No sign-in step is open');

function signInAll(step: Extract<ActingStep, { signInAll: true }>, state: CaseState, setting: Setting): Cue {
  const open = roll(state, setting);
  if (!open) return noRoll;
  const next = open.members.find((m) => !open.present.includes(m.person) && !step.except?.includes(m.office));
  if (!next) return { kind: 'done' };
  return order({ type: 'SignIn', node: open.node.id, person: next.person }, actorOf(setting.directory, next.person, next.office));
}

function actInRoll(step: Extract<ActingStep, { signIn: string } | { recuse: string }>, state: CaseState, setting: Setting): Cue {
  const open = roll(state, setting);
  if (!open) return noRoll;
  const office = 'signIn' in step ? step.signIn : step.recuse;
  const person = holderOf(setting.directory, office);
  const hand = step.as === undefined ? person : holderOf(setting.directory, step.as);
  if (person === undefined || hand === undefined) return noOne(step.as ?? office);
  const by = actorOf(setting.directory, hand, step.as ?? office);
  if ('signIn' in step) return order({ type: 'SignIn', node: open.node.id, person }, by);
  return order({ type: 'DeclareRecusal', node: open.node.id, person, reason: step.reason }, by);
}

type Supervising = Exclude<
  ActingStep,
  { complete: string } | { completeEach: string } | { signIn: string } | { signInAll: true } | { recuse: string } | { message: string }
>;

function supervise(step: Supervising, state: CaseState, { directory }: Setting): Cue {
  const element = elementOf(step);
  const node = wholeOf(state, element);
  if (!node) return notOpen(element, state);
  const person = holderOf(directory, step.as);
  if (person === undefined) return noOne(step.as);
  return order(commandOf(step, node), actorOf(directory, person, step.as));
}

function elementOf(step: Supervising): string {
  if ('attend' in step) return step.attend;
  if ('cosign' in step) return step.cosign;
  if ('review' in step) return step.review;
  if ('object' in step) return step.object;
  return 'answer' in step ? step.answer : step.release;
}

function commandOf(step: Supervising, node: NodeState): Command {
  const on = { node: node.id };
  if ('object' in step) return { type: 'RaiseObjection', ...on, reason: step.reason };
  const objection = node.task?.objections[0]?.id ?? 0;
  if ('answer' in step) return { type: 'AnswerObjection', ...on, objection, answer: step.text };
  if ('release' in step) return { type: 'ReleaseObjection', ...on, objection, remark: step.remark };
  const mode = 'attend' in step ? 'attend' : 'cosign' in step ? 'cosign' : 'review';
  return { type: 'TakePart', ...on, mode, remark: step.remark ?? '' };
}
