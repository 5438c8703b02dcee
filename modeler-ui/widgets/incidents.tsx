// Incidents that stopped a case, and the act by which the secretary lets it go on.
import { Button } from 'antd';
import { type CaseDetail, useResolve } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import { useFlash } from './flash.tsx';
import { Refusal } from './refusal.tsx';

type Incident = CaseDetail['incidentList'][number];

function IncidentLine({
  caseId,
  incident,
  mayResolve,
}: {
  readonly caseId: string;
  readonly incident: Incident;
  readonly mayResolve: boolean;
}) {
  const { t } = useWords();
  const flash = useFlash();
  const resolve = useResolve(caseId, incident.id);
  return (
    <li>
      <p>{t('case.incidentText', { element: incident.element })}</p>
      <p className="quote">{incident.detail}</p>
      <Refusal error={resolve.error} />
      {mayResolve && (
        <Button loading={resolve.isPending} onClick={() => resolve.mutate(undefined, { onSuccess: () => flash(t('case.resolved')) })}>
          {t('case.resolve')}
        </Button>
      )}
    </li>
  );
}

export function Incidents({ found, mayResolve }: { readonly found: CaseDetail; readonly mayResolve: boolean }) {
  const { t } = useWords();
  if (found.incidentList.length === 0) return null;
  return (
    <section className="card incident-card" aria-labelledby="case-incidents">
      <h2 id="case-incidents">{t('case.incidents')}</h2>
      <ul>
        {found.incidentList.map((incident) => (
          <IncidentLine key={incident.id} caseId={found.id} incident={incident} mayResolve={mayResolve} />
        ))}
      </ul>
    </section>
  );
}
