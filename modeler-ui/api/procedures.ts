// Procedures as the pages that start a case need them (drafting has its own calls in pages/drafter).
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { procedureDetail, procedureLine, procedureList } from '../../server/contract/procedures.ts';
import { call, queryString } from './client.ts';
import { keys } from './keys.ts';

export type ProcedureLine = z.infer<typeof procedureLine>;
export type ProcedureDetail = z.infer<typeof procedureDetail>;

export const useProcedures = (filter: { readonly page: number; readonly size: number; readonly search?: string }) =>
  useQuery({
    queryKey: [...keys.procedures, 'list', filter],
    queryFn: ({ signal }) => call<z.infer<typeof procedureList>>('GET', `/api/procedures${queryString(filter)}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** The newest version when none is named. */
export const useProcedure = (key: string | undefined, version?: number) =>
  useQuery({
    queryKey: [...keys.procedure(key ?? ''), version ?? 'newest'],
    queryFn: ({ signal }) =>
      call<ProcedureDetail>('GET', `/api/procedures/${encodeURIComponent(key ?? '')}${queryString({ version })}`, { signal }),
    enabled: key !== undefined,
    staleTime: 60_000,
  });
