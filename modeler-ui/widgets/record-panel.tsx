// The record of a case: check it, export it, read it line by line.
import { Button } from 'antd';
import { useState } from 'react';
import { exportAddress, type RecordLine, useRecordCheck, useRecords } from '../api/cases.ts';
import { useWords } from '../words/language.ts';
import type { Vocabulary } from '../words/zh.ts';
import { fullMoment } from './moments.ts';
import { Pager } from './pager.tsx';
import { Refusal } from './refusal.tsx';
import { Answered, EmptyState } from './states.tsx';

const size = 20;

function useCommandWord(): (command: string) => string {
  const { t } = useWords();
  return (command) => {
    const key = `command.${command}` as `command.${keyof Vocabulary['command']}`;
    const word = t(key);
    return word === key ? command : word;
  };
}

function Line({ line }: { readonly line: RecordLine }) {
  const { t, language } = useWords();
  const command = useCommandWord();
  return (
    <tr className={line.refused ? 'record-refused' : undefined}>
      <td data-label={t('record.n')}>{line.n}</td>
      <td data-label={t('record.at')}>{fullMoment(line.at, language)}</td>
      <td data-label={t('record.command')}>
        {command(line.command)} {line.refused && <span className="badge bad">{t('record.refused')}</span>}
      </td>
      <td data-label={t('record.by')}>{line.by ?? t('record.system')}</td>
      <td data-label={t('record.hash')} className="mono">
        {line.hash.slice(0, 16)}…<span className="unseen">{line.hash.slice(16)}</span>
      </td>
    </tr>
  );
}

function RecordTable({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const [page, setPage] = useState(1);
  const answer = useRecords(caseId, page, size);
  return (
    <Answered answer={answer}>
      {(list) =>
        list.items.length === 0 ? (
          <EmptyState title={t('record.empty')} />
        ) : (
          <>
            <table className="table">
              <caption className="unseen">{t('record.list')}</caption>
              <thead>
                <tr>
                  {(['n', 'at', 'command', 'by', 'hash'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`record.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {list.items.map((line) => (
                  <Line key={line.n} line={line} />
                ))}
              </tbody>
            </table>
            <Pager page={list.page} size={list.size} total={list.total} onPage={setPage} />
          </>
        )
      }
    </Answered>
  );
}

function CheckResult({ caseId }: { readonly caseId: string }) {
  const { t, say } = useWords();
  const check = useRecordCheck(caseId);
  return (
    <>
      <div className="acts">
        <Button type="primary" loading={check.isFetching} onClick={() => void check.refetch()}>
          {check.isFetching ? t('record.checking') : t('record.check')}
        </Button>
        <a className="secondary-link" href={exportAddress(caseId)} download>
          {t('record.export')}
        </a>
      </div>
      <div role="status">
        {check.error !== null && <Refusal error={check.error} />}
        {check.data?.whole && (
          <p className="note good">
            {t('record.whole', { n: check.data.records })} <span className="soft">{`${t('record.head')}${t('app.colon')}`}</span>
            <span className="mono">{check.data.head}</span>
          </p>
        )}
        {check.data?.firstBad && (
          <p className="note bad">
            {t('record.broken', { n: check.data.firstBad.n })} {say(check.data.firstBad.words)}
          </p>
        )}
      </div>
    </>
  );
}

export function RecordPanel({ caseId }: { readonly caseId: string }) {
  const { t } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <section className="card" aria-labelledby="case-record">
      <h2 id="case-record">{t('case.record')}</h2>
      <p className="soft">{t('record.intro')}</p>
      <CheckResult caseId={caseId} />
      <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? t('record.hide') : t('record.show')}
      </button>
      {shown && <RecordTable caseId={caseId} />}
    </section>
  );
}
