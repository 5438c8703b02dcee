// Short words about states, in words and colour. No antd.
import type { CaseLine, CaseStatus, OpenStep } from '../api/cases.ts';
import { useWords } from '../words/language.ts';

const caseTone: Record<CaseStatus, string> = { running: 'brand', completed: 'good', terminated: 'plain', failed: 'bad' };

export function CaseStatusBadge({ status }: { readonly status: CaseStatus }) {
  const { t } = useWords();
  return <span className={`badge ${caseTone[status]}`}>{t(`caseStatus.${status}`)}</span>;
}

export function StepStatus({ status }: { readonly status: OpenStep['status'] }) {
  const { t } = useWords();
  return <span className={`badge ${status === 'held' ? 'warn' : 'brand'}`}>{t(`stepStatus.${status}`)}</span>;
}

/** What about a case asks for attention; nothing when nothing does. */
export function CaseFlags({ line }: { readonly line: CaseLine }) {
  const { t } = useWords();
  return (
    <>
      {line.openObjections > 0 && <span className="badge bad">{t('cases.objections', { n: line.openObjections })}</span>}
      {line.incidents > 0 && <span className="badge bad">{t('cases.incidents', { n: line.incidents })}</span>}
      {line.overdue && <span className="badge bad">{t('cases.watchOverdue')}</span>}
      {line.awaitsSupervision && <span className="badge warn">{t('cases.watchSupervision')}</span>}
    </>
  );
}
