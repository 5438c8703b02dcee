// How many live streams one person (or one address without a session) has open, so that nobody can take all connections.
const open = new Map<string, number>();

/** Undefined when there are too many already; otherwise call what is returned exactly once, when the stream ends. */
export function countIn(who: string, most: number): (() => void) | undefined {
  const now = open.get(who) ?? 0;
  if (now >= most) return undefined;
  open.set(who, now + 1);
  let counted = true;
  return () => {
    if (!counted) return;
    counted = false;
    const left = (open.get(who) ?? 1) - 1;
    if (left === 0) open.delete(who);
    else open.set(who, left);
  };
}
