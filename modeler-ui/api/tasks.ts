// The reader's duties, one task, and the acts at it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { JsonObject } from '../../engine/index.ts';
import type { commandDone, objection, supervisionState, taskDetail, taskLine, taskList } from '../../server/contract/cases.ts';
import type { declareRecusal, signInMember } from '../../server/contract/meetings.ts';
import type { answerObjection, raiseObjection, releaseObjection, takePart } from '../../server/contract/supervision.ts';
import { useAct } from './act.ts';
import { call, queryString } from './client.ts';
import { keys, staleAfterAct } from './keys.ts';

export type TaskLine = z.infer<typeof taskLine>;
export type TaskList = z.infer<typeof taskList>;
export type TaskDetail = z.infer<typeof taskDetail>;
export type Duty = TaskLine['duty'];
export type SupervisionState = z.infer<typeof supervisionState>;
export type Mode = SupervisionState['mode'];
export type Objection = z.infer<typeof objection>;
export type Done = z.infer<typeof commandDone>;

/** As the contract's completeTask; JsonObject is its read-only form. */
export interface CompleteBody {
  readonly variables: JsonObject;
}

export interface TaskFilter {
  readonly duty?: Duty;
  readonly overdue?: boolean;
  readonly search?: string;
  readonly page: number;
  readonly size: number;
}

export const useTasks = (filter: TaskFilter) =>
  useQuery({
    queryKey: [...keys.tasks, filter],
    queryFn: ({ signal }) =>
      call<TaskList>('GET', `/api/tasks${queryString({ ...filter, overdue: filter.overdue || undefined })}`, { signal }),
    placeholderData: keepPreviousData,
  });

const at = (caseId: string, node: number): string => `/api/cases/${encodeURIComponent(caseId)}/tasks/${node}`;

export const useTask = (caseId: string, node: number) =>
  useQuery({ queryKey: keys.task(caseId, node), queryFn: ({ signal }) => call<TaskDetail>('GET', at(caseId, node), { signal }) });

/** An act at a task; `what` is the last part of the address. */
const useTaskAct = <Body>(caseId: string, node: number, what: string) =>
  useAct<Body, Done>({ path: `${at(caseId, node)}/${what}`, stale: staleAfterAct(caseId) });

export const useComplete = (caseId: string, node: number) => useTaskAct<CompleteBody>(caseId, node, 'complete');
export const useTakePart = (caseId: string, node: number) => useTaskAct<z.input<typeof takePart>>(caseId, node, 'take-part');
export const useObject = (caseId: string, node: number) => useTaskAct<z.input<typeof raiseObjection>>(caseId, node, 'objections');
export const useAnswer = (caseId: string, node: number) => useTaskAct<z.input<typeof answerObjection>>(caseId, node, 'objections/answer');
export const useRelease = (caseId: string, node: number) =>
  useTaskAct<z.input<typeof releaseObjection>>(caseId, node, 'objections/release');

const meetingAct = (caseId: string, what: string) => ({
  path: `/api/cases/${encodeURIComponent(caseId)}/meetings/${what}`,
  stale: staleAfterAct(caseId),
});
export const useMeetingSignIn = (caseId: string) => useAct<z.input<typeof signInMember>, Done>(meetingAct(caseId, 'sign-in'));
export const useRecuse = (caseId: string) => useAct<z.input<typeof declareRecusal>, Done>(meetingAct(caseId, 'recuse'));
