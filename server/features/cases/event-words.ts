// Every event of a case in plain words, for the path so far. One entry for every type of event (the compiler says when one is missing).
// Entries that are null are mechanics that nobody needs to read: tokens, armed timers, variables.
import type { CaseEvent, CaseEventOf, Words } from '../../../engine/index.ts';
import { refusalTable } from '../../../engine/index.ts';
import type { CaseNames } from './case-names.ts';
import { meetingWords } from './meeting-words.ts';

type Say<T extends CaseEvent['type']> = ((event: CaseEventOf<T>, names: CaseNames) => Words | null) | null;

const words = (zh: string, en: string): Words => ({ zh, en });
const modes: Record<'attend' | 'cosign' | 'review' | 'inform', Words> = {
  attend: words('到场监督', 'attended'),
  cosign: words('会签', 'cosigned'),
  review: words('备案审查', 'reviewed'),
  inform: words('知悉', 'took note'),
};
const reasons: Record<CaseEventOf<'ActivityCancelled'>['reason'], Words> = {
  interrupted: words('被中断', 'was interrupted'),
  terminated: words('随事项终止', 'ended with the termination'),
  instancesComplete: words('因其余各份已足而不再办理', 'was no longer needed'),
  returned: words('因退回而撤销', 'was undone by a return'),
};
const officesOf = (keys: readonly string[], names: CaseNames, language: keyof Words): string =>
  keys.map((k) => names.office(k)[language]).join(language === 'zh' ? '、' : ', ');

const table: { readonly [T in CaseEvent['type']]: Say<T> } = {
  CaseStarted: (e) => words(`发起事项「${e.title}」`, `Started the case "${e.title}"`),
  ElementPassed: (e, n) => passed(e, n),
  TaskOpened: (e, n) => opened(e, n),
  TaskCompleted: (e, n) => words(`办结「${n.element(e.element)}」`, `Completed "${n.element(e.element)}"`),
  TaskHeld: (e, n) => words(`「${n.element(e.element)}」已办完，等待监督`, `"${n.element(e.element)}" is done and awaits its supervision`),
  WaitBegan: (e, n) => words(`开始等待「${n.element(e.element)}」`, `Began to wait at "${n.element(e.element)}"`),
  WaitEnded: (e, n) => words(`等到「${n.element(e.caught)}」`, `"${n.element(e.caught)}" came about`),
  SubprocessEntered: (e, n) => words(`进入「${n.element(e.element)}」`, `Entered "${n.element(e.element)}"`),
  SubprocessLeft: (e, n) => words(`「${n.element(e.element)}」结束`, `Finished "${n.element(e.element)}"`),
  InstancesPlanned: (e, n) =>
    words(
      `「${n.element(e.element)}」共 ${e.count} 份，${e.sequential ? '依次' : '同时'}办理`,
      `"${n.element(e.element)}": ${e.count} to do, ${e.sequential ? 'in order' : 'at once'}`,
    ),
  LoopBegan: (e, n) => words(`「${n.element(e.element)}」开始循环办理`, `"${n.element(e.element)}" began, to be repeated`),
  InstancesFinished: (e, n) => words(`「${n.element(e.element)}」全部办结`, `All of "${n.element(e.element)}" is done`),
  BoundaryPassed: (e, n) => words(`发生「${n.element(e.element)}」`, `"${n.element(e.element)}" happened`),
  ActivityCancelled: (e, n) =>
    words(`「${n.element(e.element)}」${reasons[e.reason].zh}`, `"${n.element(e.element)}" ${reasons[e.reason].en}`),
  WaitArmed: null,
  WaitDisarmed: null,
  ConditionTurned: null,
  VariablesWritten: null,
  MessageSent: (e, n) =>
    words(`「${n.element(e.element)}」发出消息「${e.name}」`, `"${n.element(e.element)}" sent the message "${e.name}"`),
  SignalSent: (e, n) => words(`「${n.element(e.element)}」发出信号「${e.name}」`, `"${n.element(e.element)}" sent the signal "${e.name}"`),
  ErrorThrown: (e, n) => words(`「${n.element(e.element)}」报出错误 ${e.code}`, `"${n.element(e.element)}" threw the error ${e.code}`),
  EscalationThrown: (e, n) =>
    words(`「${n.element(e.element)}」提出升级 ${e.code}`, `"${n.element(e.element)}" raised the escalation ${e.code}`),
  IncidentRaised: (e, n) =>
    words(`「${n.element(e.element)}」出现异常，等待处理`, `An incident at "${n.element(e.element)}" waits to be resolved`),
  IncidentResolved: (e, n) => words(`「${n.element(e.element)}」的异常已处理`, `The incident at "${n.element(e.element)}" was resolved`),
  DeadlinePassed: (e, n) => words(`「${n.element(e.element)}」超过时限`, `"${n.element(e.element)}" is past its limit`),
  SupervisorTookPart: (e, n) =>
    words(
      `对「${n.element(e.element)}」${modes[e.mode].zh}${remark(e.remark, '：')}`,
      `Supervision ${modes[e.mode].en} at "${n.element(e.element)}"${remark(e.remark, ': ')}`,
    ),
  ObjectionRaised: (e, n) =>
    words(`对「${n.element(e.element)}」提出异议：${e.reason}`, `Objected to "${n.element(e.element)}": ${e.reason}`),
  ObjectionAnswered: (e, n) =>
    words(`答复「${n.element(e.element)}」的异议：${e.answer}`, `Answered the objection to "${n.element(e.element)}": ${e.answer}`),
  ObjectionReleased: (e, n) =>
    words(
      `解除「${n.element(e.element)}」的异议${remark(e.remark, '：')}`,
      `Released the objection to "${n.element(e.element)}"${remark(e.remark, ': ')}`,
    ),
  PassageRefused: (e, n) => refusedWords(e, n),
  MeetingActed: (e, n) => meetingWords(e.fact, n),
  CaseCompleted: () => words('事项办结', 'The case was completed'),
  CaseTerminated: (e, n) => words(`事项在「${n.element(e.element)}」终止`, `The case was terminated at "${n.element(e.element)}"`),
  CaseFailed: (e, n) =>
    words(
      `事项在「${n.element(e.element)}」因错误 ${e.code} 结束`,
      `The case failed at "${n.element(e.element)}" with the error ${e.code}`,
    ),
};

/** Gateways and unnamed events are the drawing's own affair. */
function passed(e: CaseEventOf<'ElementPassed'>, n: CaseNames): Words | null {
  if (!n.isNamed(e.element) || e.kind.endsWith('Gateway')) return null;
  const name = n.element(e.element);
  return e.kind.endsWith('Task')
    ? words(`自动办理「${name}」`, `"${name}" was done by the system`)
    : words(`经过「${name}」`, `Passed "${name}"`);
}

const remark = (text: string, before: string): string => (text.trim() === '' ? '' : `${before}${text}`);

function opened(e: CaseEventOf<'TaskOpened'>, n: CaseNames): Words {
  const name = n.element(e.element);
  const persons = e.task.persons.map((p) => n.person(p));
  const who = (language: keyof Words): string =>
    persons.length > 0 ? persons.join(language === 'zh' ? '、' : ', ') : officesOf(e.task.offices, n, language);
  return who('zh') === ''
    ? words(`开始「${name}」`, `Opened "${name}"`)
    : words(`「${name}」交由${who('zh')}办理`, `"${name}" is with ${who('en')}`);
}

function refusedWords(e: CaseEventOf<'PassageRefused'>, n: CaseNames): Words {
  const why: Words = e.code in refusalTable ? refusalTable[e.code as keyof typeof refusalTable] : words(e.code, e.code);
  const awaited = e.awaited.map((a) => a.office);
  const name = n.element(e.element);
  const tried =
    e.attempted === 'CompleteTask'
      ? words(`试图通过「${name}」被拒绝`, `An attempt to pass "${name}" was refused`)
      : words(`在「${name}」的操作被拒绝`, `An act at "${name}" was refused`);
  return words(
    `${tried.zh}：${why.zh}${awaited.length > 0 ? `等待：${officesOf(awaited, n, 'zh')}。` : ''}`,
    `${tried.en}: ${why.en}${awaited.length > 0 ? ` Awaited: ${officesOf(awaited, n, 'en')}.` : ''}`,
  );
}

/** Words of one event; null where it is mechanics. */
export function eventWords(event: CaseEvent, names: CaseNames): Words | null {
  const say = table[event.type] as ((e: CaseEvent, n: CaseNames) => Words | null) | null;
  return say?.(event, names) ?? null;
}
/** For the test that nothing is missing. */
export const eventTypesWithWords = (): readonly string[] => Object.keys(table);
