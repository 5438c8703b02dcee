// Passwords: scrypt (RFC 7914) with N=2^17, r=8, p=1, a salt of 16 random bytes, written as scrypt$17$8$1$salt$hash (base64url).
// Promise: at most two run at once (128 MiB each) and a bounded number wait; beyond that the answer is "busy", never exhausted memory.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { log2N: 17, r: 8, p: 1 } as const;
const keyLength = 32;
const maxmem = 256 * 1024 * 1024;
const atOnce = 2;
const mayWait = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T | 'busy'> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait) return 'busy';
    // Whoever ends hands its place on, so `running` is not counted up again.
    await new Promise<void>((go) => waiting.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

const derive = (password: string, salt: Buffer, log2N: number, r: number, p: number): Promise<Buffer> =>
  new Promise((ok, fail) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { N: 2 ** log2N, r, p, maxmem }, (error, key) => (error ? fail(error) : ok(key)));
  });

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost.log2N, cost.r, cost.p);
  return ['scrypt', cost.log2N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compared where no such account exists, so that the time does not tell whether it does. */
const nobody = `scrypt$${cost.log2N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`;

/** `stored` absent: costs the same time and is wrong. */
export function checkPassword(password: string, stored: string | undefined): Promise<'right' | 'wrong' | 'busy'> {
  return inTurn(async () => {
    const [scheme, log2N, r, p, salt, hash] = (stored ?? nobody).split('$');
    if (scheme !== 'scrypt' || salt === undefined || hash === undefined) throw new Error('a stored password has an unknown scheme');
    const expected = Buffer.from(hash, 'base64url');
    const key = await derive(password, Buffer.from(salt, 'base64url'), Number(log2N), Number(r), Number(p));
    return key.length === expected.length && timingSafeEqual(key, expected) && stored !== undefined ? 'right' : 'wrong';
  });
}
