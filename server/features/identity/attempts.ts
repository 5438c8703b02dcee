// Failed attempts to sign in, per account: after ten within five minutes the account waits until the oldest is five minutes old.
// Counted in this process only; addresses are limited apart from this (perMinute of the route).
const windowMs = 300_000;
const mostFailures = 10;
const mostAccounts = 10_000;
const failures = new Map<string, number[]>();

const recent = (account: string, at: number): number[] => (failures.get(account) ?? []).filter((t) => at - t < windowMs);

export const tooManyFailures = (account: string, at: number): boolean => recent(account, at).length >= mostFailures;

export function failed(account: string, at: number): void {
  const times = [...recent(account, at), at];
  failures.delete(account);
  failures.set(account, times);
  // Names that nobody has are counted too; the oldest go first, so that a flood cannot fill the memory.
  for (const oldest of failures.keys()) {
    if (failures.size <= mostAccounts) break;
    failures.delete(oldest);
  }
}

export const succeeded = (account: string): void => {
  failures.delete(account);
};
