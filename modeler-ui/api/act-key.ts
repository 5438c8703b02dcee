// The key of one act of the user. Promise: pressing again after no answer came repeats the same act under the same key (done once);
// after any answer, or with other content, it is a new act with a new key.
import { CallFailed } from './problem.ts';

export interface ActKey {
  keyFor(content: string): string;
  settle(error: unknown): void;
}

/** Random enough and available on plain http as well, where crypto.randomUUID is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

export function actKey(make: () => string = newKey): ActKey {
  let kept: { key: string; content: string } | undefined;
  return {
    keyFor(content) {
      if (kept?.content !== content) kept = { key: make(), content };
      return kept.key;
    },
    settle(error) {
      const unanswered = error instanceof CallFailed && (error.kind === 'offline' || error.status >= 500);
      if (!unanswered) kept = undefined;
    },
  };
}
