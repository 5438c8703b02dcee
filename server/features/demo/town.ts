// The demonstration town 清河镇（示范）: offices, the people who hold them, the party committee, and an account for each role.
// Everything in it is invented. Content only: loading it is settle-town's work.
import type { Words } from '../../../engine/index.ts';

interface DemoOffice {
  readonly key: string;
  readonly name: Words;
  /** What somebody can try with this account. */
  readonly does: Words;
}

export const demoPassword = 'guicheng-demo';
export const personOf = (office: string): string => `p-${office}`;

const office = (key: string, zh: string, en: string, doesZh: string, doesEn: string): DemoOffice => ({
  key,
  name: { zh, en },
  does: { zh: doesZh, en: doesEn },
});
const member: readonly [string, string] = ['到会签到、依次发表意见、表决', 'Sign in at the meeting, speak in turn, vote'];

export const demoOffices: readonly DemoOffice[] = [
  office(
    'procedure-drafter',
    '起草人',
    'Procedure drafter',
    '绘制规程、查看问题、部署新版本',
    'Draw procedures, see their problems, deploy versions',
  ),
  office(
    'undertaking-section',
    '承办科室',
    'Undertaking section',
    '申报议题、办理前置程序、落实决定',
    'Propose matters, see to the prerequisites, carry decisions out',
  ),
  office('deputy-in-charge', '分管领导', 'Deputy in charge', '审核议题、在会上介绍', 'Review proposals and present them at the meeting'),
  office(
    'meeting-secretary',
    '会议秘书',
    'Meeting secretary',
    '发起事项、推进办理、组织会议',
    'Start cases, move them on, run the meetings',
  ),
  office('party-secretary', '党委书记', 'Party secretary', '确定议题、主持会议、末位表态', 'Set the agenda, chair the meeting, speak last'),
  office('mayor', '党委副书记、镇长', 'Deputy party secretary and mayor', ...member),
  office('deputy-party-secretary', '党委副书记', 'Deputy party secretary', ...member),
  office('organisation-member', '组织委员', 'Organisation member', ...member),
  office('publicity-member', '宣传委员', 'Publicity member', ...member),
  office('united-front-member', '统战委员', 'United-front member', ...member),
  office('politics-law-member', '政法委员', 'Politics and law member', ...member),
  office('armed-forces-member', '人武部长', 'Head of the armed-forces department', ...member),
  office(
    'discipline-secretary',
    '纪委书记',
    'Discipline secretary',
    '查看全部事项、提出异议，并作为委员表决',
    'Watch every case, object, and vote as a member',
  ),
  office(
    'discipline-inspector',
    '纪委副书记（现场监督）',
    'Deputy discipline secretary (on-site supervision)',
    '现场监督、会签、提出和解除异议',
    'Attend, cosign, raise and release objections',
  ),
  office('discipline-recorder', '纪委纪要员', 'Discipline recorder', '形成会议纪要', 'Write the discipline committee’s minutes'),
  office('party-recorder', '党委记录员', 'Party recorder', '形成会议记录', 'Write the party committee’s record'),
  office('legal-office', '司法所', 'Legal office', '出具合法性审查意见', 'Review legality'),
  office('risk-office', '平安办（风险评估）', 'Safety office (risk assessment)', '出具风险评估意见', 'Assess risks'),
  office('expert-panel', '专家组', 'Expert panel', '出具论证意见', 'Give expert opinion'),
  office('consultation-office', '党群办（征求意见）', 'Office for consultation', '组织征求意见', 'Run the consultation'),
  office('supervision-office', '督查办', 'Follow-up office', '督办决定的落实', 'Follow up how decisions are carried out'),
  office('disclosure-officer', '公开专员', 'Disclosure officer', '办理公开', 'Publish what must be published'),
  office('archivist', '档案员', 'Archivist', '立卷归档', 'File and archive'),
  office('administrator', '系统管理员', 'Administrator', '查看全部事项和记录', 'See every case and record'),
];

/** Speaking order; the chair speaks last. */
export const committee = {
  key: 'party-committee',
  name: { zh: '党委会', en: 'Party committee' },
  members: [
    'armed-forces-member',
    'united-front-member',
    'publicity-member',
    'organisation-member',
    'politics-law-member',
    'discipline-secretary',
    'deputy-party-secretary',
    'mayor',
    'party-secretary',
  ],
  chair: 'party-secretary',
} as const;

/** Offices held besides the first one: two members are also deputies in charge. */
export const furtherHoldings: readonly { readonly person: string; readonly office: string }[] = [
  { person: personOf('mayor'), office: 'deputy-in-charge' },
  { person: personOf('deputy-party-secretary'), office: 'deputy-in-charge' },
];
