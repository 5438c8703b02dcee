// A meeting as it goes: who is here, who has spoken and how, whose turn it is, the ballot and the result. Follows by itself.
import { Button } from 'antd';
import type { Meeting, MeetingMember, OpenStep } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import type { Vocabulary } from '../words/zh.ts';

/** The word for a view or a choice; rules may list others, which are shown as they are. */
export function useViewWord(): (view: string) => string {
  const { t } = useWords();
  const known: Readonly<Record<string, keyof Vocabulary['vote']>> = {
    agree: 'agree',
    disagree: 'disagree',
    postpone: 'postpone',
    abstain: 'abstain',
  };
  return (view) => {
    const key = known[view];
    return key === undefined ? view : t(`vote.${key}`);
  };
}

/** Who is awaited: an open step that belongs to one person is that person's turn. */
export const turnsOf = (open: readonly OpenStep[]): readonly { readonly id: string; readonly name: string }[] =>
  open.flatMap((step) => (step.status === 'open' && step.persons.length === 1 ? step.persons : []));

interface MemberRowProps {
  readonly member: MeetingMember;
  readonly turn: boolean;
  readonly me: boolean;
  /** The secretary's act for a member who sits in the room. */
  readonly onSignIn?: ((person: string) => void) | undefined;
}

function MemberRow({ member, turn, me, onSignIn }: MemberRowProps) {
  const { t, say } = useWords();
  const word = useViewWord();
  const office = say(member.office);
  const here = member.recused ? 'isRecused' : member.present ? 'isPresent' : 'isAbsent';
  return (
    <li className={`member${turn ? ' member-turn' : ''}`} aria-current={turn || undefined}>
      <span className="member-name">
        <strong>{member.name}</strong>
        {me && t('meeting.you')}
        {office !== member.name && <span className="soft"> {office}</span>}
        {member.chair && <span className="badge plain">{t('meeting.chair')}</span>}
      </span>
      <span className="member-state">
        <span className={`badge ${here === 'isPresent' ? 'good' : here === 'isRecused' ? 'warn' : 'plain'}`}>{t(`meeting.${here}`)}</span>
        {member.opinion && <span className="badge brand">{t('meeting.spoke', { view: word(member.opinion.view) })}</span>}
        {member.ballot !== undefined && <span className="badge brand">{t('meeting.voted', { choice: word(member.ballot) })}</span>}
        {onSignIn && !member.present && !member.recused && (
          <Button size="small" aria-label={t('meeting.signInFor', { name: member.name })} onClick={() => onSignIn(member.person)}>
            {t('meeting.signInForShort')}
          </Button>
        )}
      </span>
      {member.opinion && member.opinion.reason !== '' && <p className="quote member-reason">{member.opinion.reason}</p>}
    </li>
  );
}

function TurnLine({ turns, me }: { readonly turns: ReturnType<typeof turnsOf>; readonly me: string }) {
  const { t, list } = useWords();
  if (turns.length === 0) return null;
  if (turns.some((x) => x.id === me)) return <p className="note good">{t('meeting.turnMe')}</p>;
  const names = list(turns.map((x) => x.name));
  return (
    <p className="note">{turns.length === 1 ? t('meeting.turn', { name: names }) : t('meeting.turnMany', { n: turns.length, names })}</p>
  );
}

export interface MeetingPanelProps {
  readonly meeting: Meeting;
  readonly open: readonly OpenStep[];
  readonly me: string;
  readonly title: string;
  readonly onSignIn?: (person: string) => void;
}

export function MeetingPanel({ meeting, open, me, title, onSignIn }: MeetingPanelProps) {
  const { t, say } = useWords();
  const turns = meeting.running ? turnsOf(open).filter((x) => meeting.members.some((m) => m.person === x.id)) : [];
  return (
    <section className="card meeting" aria-label={title}>
      <h2>
        {title}{' '}
        <span className={`badge ${meeting.running ? 'good' : 'plain'}`}>{meeting.running ? t('meeting.running') : t('meeting.over')}</span>
      </h2>
      <p>
        {say(meeting.bodyName)} · {t('meeting.present', { entitled: meeting.entitled, present: meeting.present })}{' '}
        <span className={`badge ${meeting.quorumMet ? 'good' : 'warn'}`}>
          {t(meeting.quorumMet ? 'meeting.quorumMet' : 'meeting.quorumNot', { n: meeting.quorumNeeded })}
        </span>
      </p>
      <div aria-live="polite">
        <TurnLine turns={turns} me={me} />
        {meeting.tally && <p>{t('meeting.tally', meeting.tally)}</p>}
        {meeting.conclusion && (
          <p>
            <strong>{t('meeting.conclusion', { conclusion: t(`meeting.${meeting.conclusion}`) })}</strong>
          </p>
        )}
      </div>
      <ul className="members" aria-label={t('meeting.roster')}>
        {meeting.members.map((m) => (
          <MemberRow
            key={m.person}
            member={m}
            me={m.person === me}
            turn={turns.some((x) => x.id === m.person && (turns.length === 1 || x.id === me))}
            onSignIn={meeting.running ? onSignIn : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
