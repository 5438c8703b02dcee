// Cases at the moments in which pages look different: each is the beginning of a shipped scenario, played by the people of the town.
import { expect } from 'vitest';
import { playExample } from '../../../server/demo/example-cases.ts';
import { get, type Wire } from '../people.ts';
import { processesFolder, type Town } from '../town.ts';
import type { Visitor } from '../visitors.ts';

const procedure = 'party-major-decision';
/** Title → scenario and how many of its steps are played. The first three are the demonstration's own. */
const moments = {
  refused: { title: '镇敬老院改建' },
  objection: { title: '农贸市场提升改造' },
  opinions: { title: '镇区供水主管抢修' },
  signIn: { title: '镇小学操场修缮', scenario: 'urgent', steps: 7 },
  ballot: { title: '老街消防通道改造', scenario: 'urgent', steps: 15 },
  held: { title: '河道清淤工程', scenario: 'urgent', steps: 20 },
  closed: { title: '卫生院发电机更换', scenario: 'urgent', steps: 24 },
  postponed: { title: '镇史馆选址', scenario: 'postponed-twice', steps: 0 },
} as const;
export type Moment = keyof typeof moments;

export async function playMoments({ house }: Town): Promise<void> {
  for (const moment of Object.values(moments))
    if ('scenario' in moment) await playExample(house.services, processesFolder, { procedure, ...moment });
}

/** Where the case of a moment is found. */
export class Cases {
  readonly #who: Visitor;
  readonly #ids = new Map<string, string>();
  constructor(who: Visitor) {
    this.#who = who;
  }
  async id(moment: Moment): Promise<string> {
    const { title } = moments[moment];
    const known = this.#ids.get(title);
    if (known !== undefined) return known;
    const { body } = await get(this.#who, `/api/cases?search=${encodeURIComponent(title)}`);
    const id = body.items[0]?.id;
    expect(id, title).toBeTypeOf('string');
    this.#ids.set(title, id);
    return id;
  }
  /** The open step at which this person may do this. */
  async step(moment: Moment, who: Visitor, may: string): Promise<string> {
    const id = await this.id(moment);
    const { body } = await get(who, `/api/cases/${id}`);
    const step = body.open.find((one: Wire) => one.may.includes(may)) ?? (may === 'nothing' ? body.open[0] : undefined);
    expect(step, `${who.name} may ${may} in "${moment}"`).toBeDefined();
    return `/work/${id}/${step.node}`;
  }
}
