// Cases: the list, one case, its meetings and its record, starting one.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { JsonObject } from '../../engine/index.ts';
import type { caseDetail, caseLine, caseList, caseQuery, openStep, pathLine } from '../../server/contract/cases.ts';
import type { meeting, meetingList } from '../../server/contract/meetings.ts';
import type { recordCheck, recordLine, recordList } from '../../server/contract/trail.ts';
import { useAct } from './act.ts';
import { call, queryString } from './client.ts';
import { keys, staleAfterAct } from './keys.ts';
import type { Done } from './tasks.ts';

export type CaseLine = z.infer<typeof caseLine>;
export type CaseList = z.infer<typeof caseList>;
export type CaseDetail = z.infer<typeof caseDetail>;
export type CaseStatus = CaseLine['status'];
export type CaseFilter = Partial<z.infer<typeof caseQuery>>;
export type Watch = NonNullable<CaseFilter['watch']>;
export type OpenStep = z.infer<typeof openStep>;
export type PathLine = z.infer<typeof pathLine>;
export type Meeting = z.infer<typeof meeting>;
export type MeetingMember = Meeting['members'][number];
export type RecordLine = z.infer<typeof recordLine>;

/** As the contract's startCase; JsonObject is its read-only form. */
export interface StartBody {
  readonly procedure: string;
  readonly title: string;
  readonly variables: JsonObject;
}

const at = (id: string): string => `/api/cases/${encodeURIComponent(id)}`;

export const useCases = (filter: CaseFilter, refreshMs?: number) =>
  useQuery({
    queryKey: [...keys.cases, filter],
    queryFn: ({ signal }) => call<CaseList>('GET', `/api/cases${queryString(filter)}`, { signal }),
    placeholderData: keepPreviousData,
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
  });

export const useCase = (id: string, enabled = true) =>
  useQuery({ queryKey: keys.case(id), queryFn: ({ signal }) => call<CaseDetail>('GET', at(id), { signal }), enabled });

export const useMeetings = (id: string) =>
  useQuery({
    queryKey: keys.meetings(id),
    queryFn: ({ signal }) => call<z.infer<typeof meetingList>>('GET', `${at(id)}/meetings`, { signal }),
  });

export const useRecords = (id: string, page: number, size: number) =>
  useQuery({
    queryKey: [...keys.records(id), page, size],
    queryFn: ({ signal }) => call<z.infer<typeof recordList>>('GET', `${at(id)}/records${queryString({ page, size })}`, { signal }),
    placeholderData: keepPreviousData,
  });

/** Checked when asked for, not before: it reads every record of the case. */
export const useRecordCheck = (id: string) =>
  useQuery({
    queryKey: ['record-check', id],
    queryFn: ({ signal }) => call<z.infer<typeof recordCheck>>('GET', `${at(id)}/records/check`, { signal }),
    enabled: false,
    gcTime: 0,
  });

export const exportAddress = (id: string): string => `${at(id)}/records/export`;

export const useStartCase = () => useAct<StartBody, Done>({ path: '/api/cases', stale: [keys.cases, keys.tasks, keys.procedures] });
export const useResolve = (id: string, incident: number) =>
  useAct<undefined, Done>({ path: `${at(id)}/incidents/${incident}/resolve`, stale: staleAfterAct(id) });
