// Where a message goes: to one case that waits for it, or to a procedure that it starts. The store keeps an aim as text.
import type { CaseStore } from '../ports/case-store.ts';

export type Aim =
  | { readonly to: 'case'; readonly case: string; readonly key?: string }
  | { readonly to: 'start'; readonly procedure: string };

export const writeAim = (aim: Aim): string => JSON.stringify(aim);
export const readAim = (text: string): Aim => JSON.parse(text) as Aim;

/** Cases that wait for the message: those that ask for one of the keys first, older first. */
export async function waitingAims(
  cases: CaseStore,
  name: string,
  keys: readonly string[],
): Promise<readonly (Aim & { readonly to: 'case' })[]> {
  const waiting = await cases.waitingFor('message', name, keys);
  return waiting.map(({ case: id, key }) => ({ to: 'case', case: id, ...(key !== undefined && { key }) }));
}
