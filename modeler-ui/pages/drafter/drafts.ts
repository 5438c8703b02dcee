// The drafter's calls: drafts, the words for drawing, check and deployment. Answers are the contract's.
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { checkResult, deployed, draft, drawingVocabulary, procedureDetail } from '../../../server/contract/procedures.ts';
import { call, queryString } from '../../api/client.ts';
import { CallFailed } from '../../api/problem.ts';

export type Draft = z.infer<typeof draft>;
export type Deployed = z.infer<typeof deployed>;
export type CheckResult = z.infer<typeof checkResult>;
export type DrawingVocabulary = z.infer<typeof drawingVocabulary>;
type ProcedureDetail = z.infer<typeof procedureDetail>;

const path = (key: string, rest: string): string => `/api/procedures/${encodeURIComponent(key)}${rest}`;

export const drafterPages = { list: '/draw', one: (key: string): string => `/draw/${encodeURIComponent(key)}` } as const;

const noDraftYet = (error: unknown): boolean => error instanceof CallFailed && error.status === 404;

/** What is needed before drawing can begin. `draft` is null for a key under which nothing has been saved or deployed. */
export interface DrawingStart {
  readonly draft: Draft | null;
  readonly vocabulary: DrawingVocabulary;
  readonly rules: unknown;
}

async function readStart(key: string, signal: AbortSignal): Promise<DrawingStart> {
  const orNull = async <T>(asked: Promise<T>): Promise<T | null> =>
    asked.catch((error: unknown) => {
      if (noDraftYet(error)) return null;
      throw error;
    });
  const [draftAnswer, vocabulary, detail] = await Promise.all([
    orNull(readDraft(key, signal)),
    call<DrawingVocabulary>('GET', `/api/vocabulary/${encodeURIComponent(key)}`, { signal }),
    orNull(call<ProcedureDetail>('GET', path(key, ''), { signal })),
  ]);
  return { draft: draftAnswer, vocabulary, rules: detail?.rules ?? null };
}

export type Start = {
  readonly data: DrawingStart | undefined;
  readonly error: unknown;
  readonly turn: number;
  readonly refetch: () => void;
};

/** Read when the page opens and again only on request: what is being drawn must not be exchanged under the drafter's hand by a live line or a focus. */
export function useDrawingStart(key: string): Start {
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ readonly data?: DrawingStart; readonly error?: unknown; readonly turn: number }>({ turn });
  useEffect(() => {
    const leaving = new AbortController();
    setAnswer({ turn });
    readStart(key, leaving.signal).then(
      (data) => setAnswer({ data, turn }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setAnswer({ error, turn });
      },
    );
    return () => leaving.abort();
  }, [key, turn]);
  return { data: answer.data, error: answer.error, turn: answer.turn, refetch: () => setTurn((now) => now + 1) };
}

export const readDraft = (key: string, signal?: AbortSignal): Promise<Draft> =>
  call<Draft>('GET', path(key, '/draft'), signal ? { signal } : {});
export const putDraft = (
  key: string,
  body: { readonly xml: string; readonly revision: number; readonly baseVersion: number },
): Promise<Draft> => call<Draft>('PUT', path(key, '/draft'), { body });
export const dropDraft = (key: string, revision: number): Promise<void> =>
  call<void>('DELETE', `${path(key, '/draft')}${queryString({ revision })}`);
export const checkOnServer = (key: string, xml: string): Promise<CheckResult> =>
  call<CheckResult>('POST', path(key, '/check'), { body: { xml } });
export const deployDraft = (key: string, body: { readonly revision: number; readonly note: string }): Promise<Deployed> =>
  call<Deployed>('POST', path(key, '/deploy'), { body });
