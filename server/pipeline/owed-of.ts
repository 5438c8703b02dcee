// What follows from where a case stands: the duties of people, the debts of the machine, what is awaited, the flags of lists.
// Pure: reads the state and nothing else, so that what the store keeps can always be made again from the records.
import { type CaseState, foldMeeting, type NodeState, type TaskState } from '../../engine/index.ts';
import type { Awaiting, Standing, StandingDebt, WorkItem } from '../ports/case-store.ts';

type WithTask = NodeState & { readonly task: TaskState };

/** Jobs and messages are no work of people. */
const peopleKinds = new Set(['bpmn:UserTask', 'bpmn:ManualTask']);
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

/** Asked to take part now: what comes after the step is asked for once the step is done. */
const asked = (task: TaskState) => task.supervision.filter((s) => s.by === undefined && (s.when !== 'after' || task.status === 'held'));
/** To be informed is a duty, but holds nothing up. */
const awaitsSupervision = (task: TaskState): boolean => asked(task).some((s) => s.mode !== 'inform');

/** Members who are asked to sign in and have not yet. */
function toSignIn(state: CaseState, node: WithTask): readonly string[] {
  if (!node.task.invited || node.task.status === 'held') return [];
  let meeting = state.nodes.get(node.within);
  while (meeting && meeting.meeting.length === 0) meeting = state.nodes.get(meeting.within);
  const signedIn = new Set(meeting ? foldMeeting(meeting.meeting).present : []);
  return node.task.invited.filter((person) => !signedIn.has(person));
}

function dutiesOf(state: CaseState, node: WithTask): WorkItem[] {
  const { id, element, kind, role, task } = node;
  const item = { node: id, element, kind, status: task.status, ...(task.dueAt !== undefined && { dueAt: task.dueAt }) };
  const duties: WorkItem[] = [];
  if (role === 'task' && peopleKinds.has(kind)) {
    // Assigned to people by name, it is no longer open to the holders of an office.
    const offices = task.persons.length > 0 ? [] : task.offices;
    duties.push({ ...item, duty: 'work', offices, persons: [...task.persons, ...toSignIn(state, node)] });
  }
  // Who objected and has been answered is asked to release.
  const toRelease = task.objections.filter((o) => o.answer !== undefined).map((o) => o.by.office);
  const watching = unique([...asked(task).map((s) => s.office), ...toRelease]);
  if (watching.length > 0) duties.push({ ...item, duty: 'supervise', offices: watching, persons: [] });
  if (task.objections.some((o) => o.answer === undefined))
    duties.push({ ...item, duty: 'answer', offices: task.offices, persons: task.persons });
  return duties;
}

function debtsOf(state: CaseState, at: number): StandingDebt[] {
  const timers: StandingDebt[] = [...state.waits.values()].flatMap(({ id, on }) =>
    on.kind === 'timer' || on.kind === 'deadline' ? [{ kind: on.kind, ref: id, dueAt: on.dueAt }] : [],
  );
  // A job that ended in an incident is owed again when people have resolved it.
  const stuck = new Set([...state.incidents.values()].map((incident) => incident.node));
  const jobs: StandingDebt[] = [...state.nodes.values()].flatMap(({ id, role, kind, task, element }) =>
    role === 'task' && kind === 'bpmn:ServiceTask' && task?.status === 'open' && !stuck.has(id)
      ? [{ kind: 'job' as const, ref: id, topic: task.topic ?? element, dueAt: at }]
      : [],
  );
  return [...timers, ...jobs];
}

const awaitingOf = (state: CaseState): Awaiting[] =>
  [...state.waits.values()].flatMap(({ id, on }): Awaiting[] => {
    if (on.kind === 'message') return [{ wait: id, kind: on.kind, name: on.name, ...(on.key !== undefined && { key: on.key }) }];
    return on.kind === 'signal' ? [{ wait: id, kind: on.kind, name: on.name }] : [];
  });

/** `at`: the time of the act, from which new jobs are due. */
export function owedOf(state: CaseState, at: number): Standing {
  const running = state.status === 'running';
  const nodes = running ? [...state.nodes.values()] : [];
  const tasks = nodes.filter((node): node is WithTask => node.task !== undefined);
  const stands = nodes.filter((node) => node.role === 'task' || node.role === 'wait').map((node) => node.element);
  return {
    status: state.status,
    standsAt: unique([...stands, ...(running ? [...state.incidents.values()].map((incident) => incident.element) : [])]),
    awaitsSupervision: tasks.some(({ task }) => awaitsSupervision(task)),
    openObjections: tasks.reduce((sum, { task }) => sum + task.objections.length, 0),
    incidents: running ? state.incidents.size : 0,
    work: tasks.flatMap((node) => dutiesOf(state, node)),
    owed: running ? debtsOf(state, at) : [],
    awaiting: running ? awaitingOf(state) : [],
  };
}
