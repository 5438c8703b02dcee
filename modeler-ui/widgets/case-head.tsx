// The head of a case's page: title, status, what asks for attention, by which procedure, how fresh it is.
import type { CaseDetail } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { CaseFlags, CaseStatusBadge } from './badges.tsx';
import { LiveBadge } from './live-badge.tsx';
import { useMomentText } from './moment.tsx';
import { PageHead, type PageHeadProps } from './page-head.tsx';

export interface CaseHeadProps {
  readonly found: CaseDetail;
  readonly updatedAt: number;
  readonly back: PageHeadProps['back'];
  readonly title?: string;
  readonly beside?: PageHeadProps['beside'];
}

export function CaseHead({ found, updatedAt, back, title, beside }: CaseHeadProps) {
  const { t } = useWords();
  const moment = useMomentText();
  return (
    <PageHead
      title={title ?? found.title}
      back={back}
      beside={beside}
      below={
        <>
          <CaseStatusBadge status={found.status} /> <CaseFlags line={found} />
          <span className="soft">
            {t('case.procedure', { name: found.procedureName, version: found.procedureVersion })} ·{' '}
            {t('case.started', { name: found.startedBy, at: moment(found.startedAt) })}
          </span>
          <LiveBadge updatedAt={updatedAt} />
        </>
      }
    />
  );
}
