// Walking a case of the small procedure over HTTP, act by act.
import { expect } from 'vitest';
import { deployProcedure } from '../../../server/pipeline/deploy-procedure.ts';
import type { Answer, Asker, House } from './open-house.ts';
import { smallKey, smallProcedure } from './small-procedure.ts';

export async function deploySmall(house: House): Promise<void> {
  const outcome = await deployProcedure(house.services, {
    ...smallProcedure,
    baseVersion: 0,
    note: '第一版',
    by: 'p-procedure-drafter',
    at: house.clock.now,
  });
  expect(outcome).toMatchObject({ ok: true, value: { version: 1 } });
}

export const ok = (answer: Answer): Answer => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer;
};

export async function startSmall(house: House, title = '修缮文化礼堂'): Promise<string> {
  // The clock of the house stands still unless moved; lists are in the order of time.
  house.clock.now += 1;
  const secretary = await house.as('meeting-secretary');
  const body = { procedure: smallKey, title, variables: { background: '屋面渗漏，群众反映强烈', costFen: 1_200_000 } };
  return ok(await secretary.send('POST', '/api/cases', body)).body.case;
}

/** Node of the open step of an element; of several (a ballot), the one of this person. */
export async function nodeOf(asker: Asker, id: string, element: string, person?: string): Promise<number> {
  const { body } = ok(await asker.get(`/api/cases/${id}`));
  const step = body.open.find(
    (s: { element: string; persons: { id: string }[] }) =>
      s.element === element && (person === undefined || s.persons.some((p) => p.id === person)),
  );
  expect(step, `${element} is open; open are ${body.open.map((s: { element: string }) => s.element)}`).toBeDefined();
  return step.node;
}

export async function complete(
  house: House,
  office: string,
  at: { id: string; element: string; mine?: boolean },
  variables: object = {},
): Promise<Answer> {
  const asker = await house.as(office);
  const node = await nodeOf(asker, at.id, at.element, at.mine ? `p-${office}` : undefined);
  return asker.send('POST', `/api/cases/${at.id}/tasks/${node}/complete`, { variables });
}

/** From the start to the open meeting. */
export async function throughReview(house: House, id: string): Promise<void> {
  const inspector = await house.as('discipline-inspector');
  const node = await nodeOf(inspector, id, 'Review');
  ok(await inspector.send('POST', `/api/cases/${id}/tasks/${node}/take-part`, { mode: 'cosign', remark: '同意' }));
  ok(await complete(house, 'meeting-secretary', { id, element: 'Review' }, { reviewNote: '材料齐全' }));
}
