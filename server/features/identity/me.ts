// What the pages learn about the person who is signed in.
import type { z } from 'zod';
import type { me } from '../../contract/identity.ts';
import type { Services } from '../../pipeline/services.ts';
import type { Reader } from '../../pipeline/who-acts.ts';

export async function meOf(services: Pick<Services, 'roster'>, reader: Reader): Promise<z.output<typeof me>> {
  const { offices, bodies } = services.roster.latest() ?? (await services.roster.at());
  const named = (names: typeof offices, key: string) => names.get(key) ?? { zh: key, en: key };
  return {
    person: reader.person,
    name: reader.name,
    offices: reader.offices.map((key) => ({ key, name: named(offices, key) })),
    roles: [...reader.roles],
    bodies: reader.bodies.map((b) => ({ key: b.key, name: named(bodies, b.key), chair: b.chair })),
    expiresAt: new Date(reader.sessionEndsAt).toISOString(),
  };
}
