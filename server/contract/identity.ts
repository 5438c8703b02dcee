// Who is signed in, and the demo's list of accounts.
import { z } from 'zod';
import { instant, words } from './answers.ts';

/** What a person may open; derived from offices, never stored on its own. */
export const role = z.enum(['drafter', 'secretary', 'member', 'supervisor', 'staff', 'admin']);
export type Role = z.infer<typeof role>;

export const signIn = z.object({ account: z.string().min(1).max(64), password: z.string().min(1).max(200) });
export const heldOffice = z.object({ key: z.string(), name: words });
export const me = z.object({
  person: z.string(),
  name: z.string(),
  offices: z.array(heldOffice),
  roles: z.array(role),
  bodies: z.array(z.object({ key: z.string(), name: words, chair: z.boolean() })),
  expiresAt: instant,
});
/** GET /api/session without a session answers 200 with `me: null`, so that public pages can ask without an error. */
export const session = z.object({ me: me.nullable(), demo: z.boolean() });
export const demoAccounts = z.object({
  password: z.string(),
  accounts: z.array(z.object({ account: z.string(), name: z.string(), office: words, roles: z.array(role), does: words })),
});
export type Me = z.infer<typeof me>;
