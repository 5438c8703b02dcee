// What anyone may read.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  publicCase,
  publicCaseList,
  publicCaseQuery,
  publicProcedure,
  publicProcedureDetail,
  publicProcedureList,
  stage,
} from '../../server/contract/public.ts';
import { call, queryString } from './client.ts';
import { keys } from './keys.ts';

export type PublicProcedure = z.infer<typeof publicProcedure>;
export type PublicCase = z.infer<typeof publicCase>;
export type Stage = z.infer<typeof stage>;
export type PublicCaseFilter = Partial<z.infer<typeof publicCaseQuery>>;

export const usePublicProcedures = (filter: { readonly page: number; readonly size: number; readonly search?: string }) =>
  useQuery({
    queryKey: [...keys.publicProcedures, 'list', filter],
    queryFn: ({ signal }) => call<z.infer<typeof publicProcedureList>>('GET', `/api/public/procedures${queryString(filter)}`, { signal }),
    placeholderData: keepPreviousData,
  });

export const usePublicProcedure = (key: string) =>
  useQuery({
    queryKey: keys.publicProcedure(key),
    queryFn: ({ signal }) =>
      call<z.infer<typeof publicProcedureDetail>>('GET', `/api/public/procedures/${encodeURIComponent(key)}`, { signal }),
  });

export const usePublicCases = (filter: PublicCaseFilter) =>
  useQuery({
    queryKey: [...keys.publicCases, 'list', filter],
    queryFn: ({ signal }) => call<z.infer<typeof publicCaseList>>('GET', `/api/public/cases${queryString(filter)}`, { signal }),
    placeholderData: keepPreviousData,
  });

export const usePublicCase = (id: string) =>
  useQuery({
    queryKey: keys.publicCase(id),
    queryFn: ({ signal }) => call<PublicCase>('GET', `/api/public/cases/${encodeURIComponent(id)}`, { signal }),
  });
