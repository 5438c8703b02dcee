// Keeps what is being typed on this device until it is submitted, so that a reload or an ended session costs nothing.
import { useState } from 'react';
import type { Entries, Entry } from './entries.ts';

const prefix = 'guicheng.entries.';

function kept(place: string): Entries | undefined {
  try {
    const text = sessionStorage.getItem(prefix + place);
    const value: unknown = text === null ? undefined : JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Entries) : undefined;
  } catch {
    return undefined;
  }
}

function keep(place: string, entries: Entries | undefined): void {
  try {
    if (entries === undefined) sessionStorage.removeItem(prefix + place);
    else sessionStorage.setItem(prefix + place, JSON.stringify(entries));
  } catch {
    // A device that keeps nothing: the entries live as long as the page.
  }
}

export function forgetEntries(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** `place`: what is being filled in, e.g. a task. */
export function useKeptEntries(place: string, first: Entries) {
  const [entries, setEntries] = useState<Entries>(() => ({ ...first, ...kept(place) }));
  return {
    entries,
    set: (key: string, entry: Entry): void =>
      setEntries((before) => {
        const after = { ...before, [key]: entry };
        keep(place, after);
        return after;
      }),
    forget: (): void => keep(place, undefined),
  };
}
