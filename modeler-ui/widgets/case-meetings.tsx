// The meetings of a case, newest first; nothing when it has none.
import { type OpenStep, useMeetings } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { MeetingPanel } from './meeting-panel.tsx';

export interface CaseMeetingsProps {
  readonly caseId: string;
  readonly open: readonly OpenStep[];
  readonly me: string;
  /** Only the newest one, as the pages of members show it. */
  readonly newest?: boolean;
  readonly onSignIn?: (person: string) => void;
}

export function CaseMeetings({ caseId, open, me, newest, onSignIn }: CaseMeetingsProps) {
  const { t } = useWords();
  const meetings = useMeetings(caseId).data?.meetings ?? [];
  const [last, ...before] = meetings;
  if (!last) return null;
  const titleOf = (place: number): string => (meetings.length > 1 ? t('meeting.nth', { n: meetings.length - place }) : t('meeting.title'));
  return (
    <>
      <MeetingPanel meeting={last} open={open} me={me} title={titleOf(0)} {...(onSignIn ? { onSignIn } : {})} />
      {!newest &&
        before.map((meeting, n) => (
          <details key={`${meeting.element}-${meeting.node}`} className="earlier">
            <summary>
              {titleOf(n + 1)}
              {meeting.conclusion && ` · ${t(`meeting.${meeting.conclusion}`)}`}
            </summary>
            <MeetingPanel meeting={meeting} open={[]} me={me} title={titleOf(n + 1)} />
          </details>
        ))}
    </>
  );
}
