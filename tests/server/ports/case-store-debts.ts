// Part of the suite of the port CaseStore: what is owed, thrown and awaited.
import { expect, it } from 'vitest';
import { firstInstant, HandMadeCase, standingMade } from './hand-made-acts.ts';
import type { OpenStore } from './open-store.ts';

export function debtSuite(on: OpenStore): void {
  const debts = async (id: string) =>
    (
      await on.database.query<{ kind: string; ref: number; attempts: number }>(
        'select kind, ref, attempts from owed where case_id = $1 order by kind, ref',
        [id],
      )
    ).rows;

  it('gives a due debt to one worker at a time, again after its lease, and not at all once it is settled', async () => {
    const one = new HandMadeCase(on.store);
    const due = firstInstant - 50_000_000;
    await one.append({
      standing: standingMade({
        owed: [
          { kind: 'timer', ref: 7, dueAt: due },
          { kind: 'job', ref: 9, topic: 'mail', dueAt: due },
        ],
      }),
    });
    const take = (at: number) => on.store.takeDue({ at, lease: { jobMs: 1_000, otherMs: 1_000 }, limit: 10 });
    expect(await take(due - 1)).toEqual([]);
    const [first, second] = await Promise.all([take(due), take(due)]);
    const taken = [...first, ...second];
    expect(taken.map((debt) => debt.kind).sort()).toEqual(['job', 'timer']);
    expect(await take(due + 999)).toEqual([]);
    const timer = { case: one.id, kind: 'timer', ref: 7 } as const;
    const job = { case: one.id, kind: 'job', ref: 9 } as const;
    expect(await on.store.takeDue({ at: due + 1_000, lease: { jobMs: 1_000, otherMs: 1_000 }, limit: 10, only: job })).toMatchObject([
      { topic: 'mail', attempts: 2 },
    ]);
    await on.store.putOff(job, due + 9_000, 'mail server away');
    expect((await take(due + 8_999)).map((debt) => debt.kind)).toEqual(['timer']);
    await on.store.settle(timer);
    expect(await debts(one.id)).toEqual([{ kind: 'job', ref: 9, attempts: 2 }]);
    expect(await on.store.dueBefore(due + 9_000, 10)).toEqual([{ ...job, at: due + 9_000 }]);
    await one.append({ standing: standingMade({ owed: [] }) });
    expect(await debts(one.id)).toEqual([]);
  });

  it('keeps the attempts of a job over later acts, and moves a timer whose time was changed', async () => {
    const one = new HandMadeCase(on.store);
    const due = firstInstant - 90_000_000;
    const owed = (at: number) =>
      standingMade({
        owed: [
          { kind: 'timer', ref: 7, dueAt: at },
          { kind: 'job', ref: 9, topic: 'mail', dueAt: at },
        ],
      });
    await one.append({ standing: owed(due) });
    await on.store.takeDue({ at: due, lease: { jobMs: 1_000_000, otherMs: 1_000_000 }, limit: 10 });
    await one.append({ standing: owed(due + 5) });
    expect(await debts(one.id)).toEqual([
      { kind: 'job', ref: 9, attempts: 1 },
      { kind: 'timer', ref: 7, attempts: 0 },
    ]);
    await one.append({ standing: standingMade() });
  });

  it('owes what an act threw until it is settled, and finds who waits for it', async () => {
    const sender = new HandMadeCase(on.store);
    await sender.append({ thrown: [{ kind: 'message', index: 3, name: 'paid', payload: { key: 'k', note: '\0' } }] });
    const [any, keyed, other] = [new HandMadeCase(on.store), new HandMadeCase(on.store), new HandMadeCase(on.store)];
    await any.append({ standing: standingMade({ awaiting: [{ wait: 5, kind: 'message', name: 'paid' }] }) });
    await keyed.append({ standing: standingMade({ awaiting: [{ wait: 5, kind: 'message', name: 'paid', key: 'k' }] }) });
    await other.append({
      standing: standingMade({
        awaiting: [
          { wait: 5, kind: 'message', name: 'paid', key: 'else' },
          { wait: 6, kind: 'signal', name: 'paid' },
        ],
      }),
    });
    expect(await on.store.waitingFor('message', 'paid', ['x', 'k'])).toEqual([{ case: keyed.id, key: 'k' }, { case: any.id }]);
    expect(await on.store.waitingFor('message', 'paid', [])).toEqual([{ case: any.id }]);
    expect(await on.store.waitingFor('signal', 'paid', [])).toEqual([{ case: other.id }]);
    const [debt] = await on.store.takeDue({
      at: firstInstant,
      lease: { jobMs: 1, otherMs: 1 },
      limit: 10,
      only: { case: sender.id, kind: 'message', ref: 65_536 + 3 },
    });
    expect(debt).toMatchObject({ topic: 'paid', detail: { key: 'k', note: '\0' }, attempts: 1 });
    await sender.append();
    expect(await debts(sender.id)).toHaveLength(1);
    if (debt) await on.store.aim(debt, `case:${any.id}`);
    expect(await on.store.takeDue({ at: firstInstant + 1, lease: { jobMs: 1, otherMs: 1 }, limit: 10, only: debt })).toMatchObject([
      { aim: `case:${any.id}`, attempts: 2 },
    ]);
    if (debt) await on.store.settle(debt);
    expect(await debts(sender.id)).toEqual([]);
  });

  it('keeps where a message from outside was sent: one aim holds, whoever notes another at the same time', async () => {
    const message = { sender: 'p-meeting-secretary', key: 'letter-1' };
    const note = (was: string | undefined, now: string) => on.store.aimMessage(message, { was, now, at: firstInstant });
    expect(await on.store.messageAim(message)).toBeUndefined();
    const held = new Set(await Promise.all(['a', 'b', 'c'].map((now) => note(undefined, now))));
    expect(held.size).toBe(1);
    const [first = ''] = held;
    expect(await note(first, 'd')).toBe('d');
    expect(await note(first, 'e')).toBe('d');
    expect(await on.store.messageAim(message)).toBe('d');
    expect(await on.store.messageAim({ ...message, sender: 'p-other' })).toBeUndefined();
  });
}
