// GET /api/demo/accounts: who can be tried out, and the password. Exists only in demonstration mode.
import { demoAccounts } from '../../contract/identity.ts';
import { done, refused } from '../../pipeline/outcome.ts';
import { routesOf } from '../../pipeline/route.ts';
import type { Services } from '../../pipeline/services.ts';
import { readerOf } from '../../pipeline/who-acts.ts';
import { demoOffices, demoPassword, personOf } from './town.ts';

export const listDemoAccounts = routesOf<Services>().json({
  method: 'GET',
  path: '/api/demo/accounts',
  policy: 'anyone',
  says: { zh: '示范账号', en: 'Demonstration accounts' },
  answer: demoAccounts,
  handle: async (services, { at }) => {
    if (!services.demo) return refused('resource.unknown');
    const [accounts, roster] = await Promise.all([services.people.demoAccounts(), services.roster.at()]);
    const present = new Map(accounts.map((a) => [a.person, a]));
    return done({
      password: demoPassword,
      accounts: demoOffices.flatMap((o) => {
        const account = present.get(personOf(o.key));
        const reader = account && readerOf(roster, account.person, at, at);
        return account && reader
          ? [{ account: account.name, name: reader.name, office: o.name, roles: [...reader.roles], does: o.does }]
          : [];
      }),
    });
  },
});
