// The demonstration's people, grouped by what they do; one tap signs in as one of them.
import { type DemoAccount, type Role, useDemoAccounts } from '../../api/session.ts';
import { useWords } from '../../words/language.ts';

const groups = ['secretary', 'member', 'supervisor', 'drafter', 'staff', 'admin'] as const satisfies readonly Role[];
const groupWord = {
  drafter: 'groupDrafter',
  secretary: 'groupSecretary',
  member: 'groupMember',
  supervisor: 'groupSupervisor',
  staff: 'groupStaff',
  admin: 'groupAdmin',
} as const;

/** Each account once, under the first group that fits it. */
export function groupAccounts(
  accounts: readonly DemoAccount[],
): readonly { readonly role: Role; readonly accounts: readonly DemoAccount[] }[] {
  const roleOf = (a: DemoAccount): Role => groups.find((g) => a.roles.includes(g)) ?? 'staff';
  return groups.map((role) => ({ role, accounts: accounts.filter((a) => roleOf(a) === role) })).filter((g) => g.accounts.length > 0);
}

export interface DemoAccountsProps {
  readonly busy: boolean;
  readonly onChoose: (account: string, password: string) => void;
}

export function DemoAccountList({ busy, onChoose }: DemoAccountsProps) {
  const { t, say } = useWords();
  const answer = useDemoAccounts(true);
  if (!answer.data) return null;
  const { password, accounts } = answer.data;
  return (
    <section className="demo-accounts" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('signIn.demoTitle')}</h2>
      <p className="soft">{t('signIn.demoText', { password })}</p>
      {groupAccounts(accounts).map((group) => (
        <div key={group.role} className="demo-group">
          <h3>{t(`signIn.${groupWord[group.role]}`)}</h3>
          <ul>
            {group.accounts.map((a) => (
              <li key={a.account}>
                <button
                  type="button"
                  className="demo-account"
                  disabled={busy}
                  aria-label={t('signIn.demoEnter', { name: a.name })}
                  onClick={() => onChoose(a.account, password)}
                >
                  <strong>{say(a.office)}</strong>
                  {a.name !== say(a.office) && <span className="demo-name">{a.name}</span>}
                  <span className="soft">{say(a.does)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
