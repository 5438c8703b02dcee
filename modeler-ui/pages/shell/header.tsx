// The head of the application: brand, ways, who I am, language, sign out.
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Me, useSignOut } from '../../api/session.ts';
import { forgetEntries } from '../../forms/kept-entries.ts';
import icon from '../../icon.svg';
import { useNarrow } from '../../widgets/narrow.ts';
import { chooseLanguage, useWords } from '../../words/language.ts';
import { Nav } from './nav.tsx';

function LanguageButton() {
  const { t, language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <Button
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={`${t('app.otherLanguage')} (${t('app.switchLanguage')})`}
      onClick={() => chooseLanguage(other)}
    >
      {t('app.otherLanguage')}
    </Button>
  );
}

function SignOutButton() {
  const { t } = useWords();
  const signOut = useSignOut();
  const leave = (): void => {
    forgetEntries();
    // A whole new page: nothing of this person stays in memory for the next one.
    signOut.mutate(undefined, { onSuccess: () => location.assign('/sign-in') });
  };
  return (
    <Button onClick={leave} loading={signOut.isPending}>
      {t('app.signOut')}
    </Button>
  );
}

function Who({ me }: { readonly me: Me }) {
  const { say } = useWords();
  const offices = me.offices.map((o) => say(o.name)).filter((name) => name !== me.name);
  return (
    <div className="who">
      <strong>{me.name}</strong>
      {offices.length > 0 && <span className="soft">{offices.join(' · ')}</span>}
    </div>
  );
}

function AccountDrawer({ me }: { readonly me: Me }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="account-button" aria-label={`${t('app.account')} ${me.name}`} onClick={() => setOpen(true)}>
        {me.name}
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t('app.account')} size="min(320px, 86vw)">
        <div className="account-drawer">
          <Who me={me} />
          <LanguageButton />
          <Link to="/">{t('nav.public')}</Link>
          <SignOutButton />
        </div>
      </Drawer>
    </>
  );
}

export function Header({ me, demo }: { readonly me: Me; readonly demo: boolean }) {
  const { t } = useWords();
  const narrow = useNarrow();
  return (
    <header className="head">
      <div className="head-row">
        <Link to="/" className="site-name" aria-label={t('app.full')}>
          <img src={icon} alt="" width="28" height="28" /> {t('app.name')}
        </Link>
        {!narrow && <Nav me={me} />}
        {narrow ? (
          <AccountDrawer me={me} />
        ) : (
          <div className="head-me">
            <Who me={me} />
            <LanguageButton />
            <SignOutButton />
          </div>
        )}
      </div>
      {demo && <p className="demo-line">{t('app.demo')}</p>}
    </header>
  );
}
