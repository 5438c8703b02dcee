// Door of the identity feature.
import { readSession } from './read-session.ts';
import { signInRoute } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const identityRoutes = [readSession, signInRoute, signOut] as const;
export { readerOfSecret } from './current-reader.ts';
export { hashPassword } from './password.ts';
export { openSession } from './sign-in.ts';
