// What the people of the story write: a matter of the town, and the answers of the steps before and after the meeting.
export const title = '清河桥加固维修';

/** Answers to the form that starts a case; `list` fields line by line. */
export const proposal = {
  texts: {
    背景和事由: '清河桥建成四十年，桥面开裂，去年汛期两次封桥，两岸群众绕行八公里。',
    政策和法律依据: '《公路安全保护条例》；镇年度重点工作安排。',
    各方案利弊: '加固工期短、少占资金；重建一劳永逸，但须断交通一年。',
    主要风险和防范: '施工期间交通绕行，须先修便道。',
  },
  options: ['加固桥墩、更换桥面，分两期施工', '拆除重建'],
  /** In yuan. */
  money: '1860000',
  choices: {
    事项类别: '重大项目安排',
    是否紧急: '否',
    须征求意见: '否',
    须专家论证: '否',
    须风险评估: '否',
    须合法性审查: '否',
  },
} as const;

export const answers = {
  Task_Classify: {
    catalogueItem: '政府投资重大项目',
    matterClass: 'major-project',
    needsConsultation: false,
    needsExpert: false,
    needsRisk: false,
    needsLegality: false,
  },
  Task_DeputyReview: { deputyReview: 'submit', materialsComplete: true, deputyReason: '材料齐全，同意上报。' },
  Task_SetAgenda: { agenda: 'ordinary', agendaReason: '列入本月党委会。' },
  Task_SendMaterials: { materials: ['申报表', '两个方案和利弊'] },
  Task_Receipts: { materialsRead: true },
  Task_Notice: { meetingDate: '2026-11-20', meetingPlace: '镇党委会议室', noticeText: '清河桥加固维修。' },
  Task_SignIn: {},
  Task_Introduce: { introduction: '介绍两个方案及利弊。' },
  Task_Postpone: { disagreement: '加固还是重建，资金从哪里来。', factsToEstablish: '桥墩检测结论。' },
  Task_Exchange: { exchangeNote: '与持不同意见的委员逐一沟通。', revisedOptions: '先加固，资金分两年安排。', conclusionsStand: true },
  Task_Announce: { decisionText: '加固桥墩、更换桥面，分两期施工。' },
  Task_Record: { recordAttendance: '见签到表', recordOpinions: '逐人记载', recordVotes: '见计票单', recordConclusion: '通过' },
  Task_Minutes: { minutesAttendance: '见签到表', minutesOpinions: '逐人记载', minutesVotes: '见计票单', minutesConclusion: '通过' },
  Task_Compare: { reconciliation: 'same' },
  Task_Assign: { responsibleLeader: '分管领导', responsiblePerson: '承办科室负责人', dueOn: '2027-06-30', reportEvery: '每月' },
  Task_Disclosure: { secrecyReviewed: true, disclosureScope: 'public', disclosureWay: '公开栏' },
  Task_Archive: { archivedDocuments: ['申报表', '会议记录', '会议纪要'], boxNumber: '2026-07' },
} as const;
