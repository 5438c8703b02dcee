// The secret in the session cookie: 256 random bits, base64url. Only its SHA-256 is ever stored.
import { createHash, randomBytes } from 'node:crypto';
import type { SessionLimits } from '../../ports/people.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const hashOfSecret = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();
export const looksLikeSecret = (text: string | undefined): text is string => text !== undefined && /^[A-Za-z0-9_-]{43}$/.test(text);

const hour = 3_600_000;
export const sessionLimits: SessionLimits = { idleMs: 8 * hour, absoluteMs: 24 * hour };
/** How often a used session is noted as used. */
export const touchEveryMs = 60_000;
