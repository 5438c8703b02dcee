// Meetings in a drawing: which meeting a step belongs to, and what its stages are called.
import type { DeliberationRule } from '../model/dialect.ts';
import type { FlowNode, ProcessGraph } from '../model/graph.ts';
import type { Words } from '../model/json.ts';
import { ownerOf } from './reachable.ts';

export type MeetingStage = DeliberationRule['stage'];

export const stageWords: Readonly<Record<MeetingStage, Words>> = {
  meeting: { zh: '会议', en: 'meeting' },
  signIn: { zh: '签到', en: 'sign-in' },
  quorum: { zh: '核定法定人数', en: 'quorum' },
  present: { zh: '介绍议题', en: 'presentation' },
  opinions: { zh: '逐一发言', en: 'opinions' },
  chiefOpinion: { zh: '主要负责人末位表态', en: 'opinion of the chief' },
  ballot: { zh: '表决', en: 'ballot' },
  announce: { zh: '宣布结果', en: 'announcement' },
};

/** The subprocess, at any depth above the node, that is a meeting. */
export function meetingOf(graph: ProcessGraph, node: FlowNode): FlowNode | undefined {
  for (let owner = ownerOf(graph, node); owner; owner = ownerOf(graph, owner))
    if (owner.rules.deliberation?.stage === 'meeting') return owner;
  return undefined;
}
