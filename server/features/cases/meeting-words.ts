// What happened in a meeting, in plain words.
import type { MeetingEvent, MeetingFact, Words } from '../../../engine/index.ts';
import type { CaseNames } from './case-names.ts';

const words = (zh: string, en: string): Words => ({ zh, en });
const views: Record<string, Words> = {
  agree: words('同意', 'agrees'),
  disagree: words('不同意', 'disagrees'),
  postpone: words('缓议', 'wants to postpone'),
  abstain: words('弃权', 'abstains'),
};
const view = (key: string): Words => views[key] ?? words(key, key);

type Say<T extends MeetingEvent['type']> = (fact: Extract<MeetingEvent, { type: T }>, names: CaseNames) => Words;
const table: { readonly [T in MeetingEvent['type']]: Say<T> } = {
  MeetingConvened: (f) =>
    words(`会议召集，应到会 ${f.members.length} 人`, `The meeting was convened; ${f.members.length} are entitled to take part`),
  MemberSignedIn: (f, n) => words(`${n.person(f.person)}签到`, `${n.person(f.person)} signed in`),
  RecusalDeclared: (f, n) => words(`${n.person(f.person)}声明回避：${f.reason}`, `${n.person(f.person)} is recused: ${f.reason}`),
  RollClosed: (f) =>
    words(
      `签到结束：应到会 ${f.entitled} 人，到会 ${f.present} 人，法定人数 ${f.needed} 人，${f.met ? '达到' : '未达到'}`,
      `Roll closed: ${f.present} of ${f.entitled} present, ${f.needed} needed; ${f.met ? 'there is a quorum' : 'there is no quorum'}`,
    ),
  OpinionGiven: (f, n) =>
    words(
      `${n.person(f.person)}${f.chief ? '末位' : ''}表态：${view(f.view).zh}${f.reason ? `（${f.reason}）` : ''}`,
      `${n.person(f.person)}${f.chief ? ', speaking last,' : ''} ${view(f.view).en}${f.reason ? ` (${f.reason})` : ''}`,
    ),
  BallotCast: (f, n) => words(`${n.person(f.person)}表决：${view(f.choice).zh}`, `${n.person(f.person)} votes: ${view(f.choice).en}`),
  ResultAnnounced: (f) =>
    words(
      `宣布结果：同意 ${f.agree}、不同意 ${f.disagree}、弃权 ${f.abstain}，通过需 ${f.needed} 票，${f.conclusion === 'passed' ? '通过' : '未通过'}`,
      `Result: ${f.agree} for, ${f.disagree} against, ${f.abstain} abstaining, ${f.needed} needed; ${f.conclusion}`,
    ),
};

/** A fact of a kind that came after this table was written is named, not hidden. */
export function meetingWords(fact: MeetingFact, names: CaseNames): Words {
  const say = table[fact.type as MeetingEvent['type']] as ((f: MeetingFact, n: CaseNames) => Words) | undefined;
  return say ? say(fact, names) : words(`会议：${fact.type}`, `Meeting: ${fact.type}`);
}
