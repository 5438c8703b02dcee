// The meetings of a case, newest first; nothing when it has none.
import { useMeetings, type OpenStep } from '../api/cases.ts';
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
  const shown = newest ? meetings.slice(0, 1) : meetings;
  return shown.map((meeting, n) => (
    <MeetingPanel
      key={`${meeting.element}-${meeting.node}`}
      meeting={meeting}
      open={open}
      me={me}
      title={meetings.length > 1 ? t('meeting.nth', { n: meetings.length - n }) : t('meeting.title')}
      {...(onSignIn && n === 0 ? { onSignIn } : {})}
    />
  ));
}
