// The one table of incidents: why a case cannot go on by itself at an element, and what to do, in both languages.
// Expression faults carry their own words in the incident's detail; their codes begin with "expression.".
import type { Words } from '../model/json.ts';

export const incidentTable = {
  'gateway.no-way-out': {
    zh: '没有一个出口的条件成立，也没有默认出口。请更正数据后重试，或修订流程图。',
    en: 'No condition holds and there is no default way out. Correct the data and resume, or revise the drawing.',
  },
  'condition.not-boolean': {
    zh: '条件的结果不是“是”或“否”。请修订流程图的条件。',
    en: 'The condition yields neither yes nor no. Revise the condition in the drawing.',
  },
  'assignment.nobody': {
    zh: '找不到应办理这一步的人。请补全岗位或人员后重试。',
    en: 'Nobody is found to do this step. Complete the offices or people and resume.',
  },
  'loop.not-a-list': {
    zh: '多实例步骤的名单不是列表。请更正数据后重试。',
    en: 'The collection of the multi-instance step is not a list. Correct the data and resume.',
  },
  'loop.not-a-count': {
    zh: '多实例步骤的次数不是非负整数。请更正数据后重试。',
    en: 'The number of instances is not a whole number from zero. Correct the data and resume.',
  },
  'loop.unreadable': {
    zh: '多实例步骤没有说明名单或次数。请修订流程图。',
    en: 'The multi-instance step names neither collection nor number. Revise the drawing.',
  },
  'loop.too-many': { zh: '多实例步骤的数量超过上限（10000）。', en: 'The multi-instance step has more than 10,000 instances.' },
  'timer.unreadable': {
    zh: '定时的写法无法识别。应为 ISO 8601 的日期、时长或周期。',
    en: 'The timer cannot be read. It must be an ISO 8601 date, duration or cycle.',
  },
  'job.failed': { zh: '自动任务多次失败。请排除原因后重试。', en: 'The automatic task has failed. Remove the cause and resume.' },
  'meeting.body-unknown': {
    zh: '会议的议事机构不存在或没有成员。请补全名册后重试。',
    en: 'The body of the meeting does not exist or has no members. Complete the roster and resume.',
  },
  'case.too-many-steps': {
    zh: '流程不经等待连续走了过多步骤，可能是死循环。请修订流程图。',
    en: 'The drawing went through too many steps without waiting; it may loop for ever. Revise the drawing.',
  },
} as const satisfies Record<string, Words>;

export type IncidentCode = keyof typeof incidentTable | `expression.${string}`;
export interface Fault {
  readonly ok: false;
  readonly code: IncidentCode;
  readonly detail: string;
}
