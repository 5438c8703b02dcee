// Group commit: acts of one moment go to the database together, one statement and one commit for all of them.
// Promises: a group is sent as soon as a lane is free (no timer), so a lone act waits for nobody; at most one act of a case per group;
// an act that the database cannot take does not spoil its neighbours.

export interface GroupCommit<Item, Result> {
  add(item: Item): Promise<Result>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

export function groupCommit<Item, Result>(wiring: {
  /** Items with the same key never share a group; a group is in the order of its keys. */
  key: (item: Item) => string;
  largest: number;
  /** Groups under way at the same time: while one waits for the disk, the next is worked at. */
  lanes: number;
  /** Results in the order of the items. */
  commit: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** True when the fault lies in one of the items, so that each should be tried alone. */
  isFaultOfOne: (error: unknown) => boolean;
}): GroupCommit<Item, Result> {
  type Entry = Waiting<Item, Result>;
  let queue: Entry[] = [];
  let busy = 0;

  const nextGroup = (): Entry[] => {
    const keys = new Set<string>();
    const group: Entry[] = [];
    const later: Entry[] = [];
    for (const entry of queue) {
      const key = wiring.key(entry.item);
      if (group.length < wiring.largest && !keys.has(key)) group.push(entry);
      else later.push(entry);
      keys.add(key);
    }
    queue = later;
    return group.sort((a, b) => (wiring.key(a.item) < wiring.key(b.item) ? -1 : 1));
  };

  const send = async (group: readonly Entry[]): Promise<void> => {
    try {
      const results = await wiring.commit(group.map((entry) => entry.item));
      group.forEach((entry, i) => {
        const result = results[i];
        if (result === undefined) entry.fail(new Error('the group came back without an answer for one of its acts'));
        else entry.done(result);
      });
    } catch (error) {
      if (group.length > 1 && wiring.isFaultOfOne(error)) for (const entry of group) await send([entry]);
      else for (const entry of group) entry.fail(error);
    }
  };

  const drain = async (): Promise<void> => {
    busy++;
    while (queue.length > 0) await send(nextGroup());
    busy--;
  };

  return {
    add: (item) =>
      new Promise((done, fail) => {
        queue.push({ item, done, fail });
        if (busy < wiring.lanes) void drain();
      }),
  };
}
