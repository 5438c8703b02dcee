// Signing in with account and password; in the demonstration also by choosing who to be.
import { Button, ConfigProvider, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { useSession, useSignIn } from '../../api/session.ts';
import icon from '../../icon.svg';
import { DocumentTitle } from '../../widgets/page-head.tsx';
import { Refusal } from '../../widgets/refusal.tsx';
import { Answered } from '../../widgets/states.tsx';
import { chooseLanguage, useWords } from '../../words/language.ts';
import '../shell/app.css';
import '../../forms/forms.css';
import './sign-in.css';
import { antdLocale, look } from '../shell/look.ts';
import { homeOf, insideAddress } from '../shell/me.ts';
import { DemoAccountList } from './demo-accounts.tsx';

interface Typed {
  readonly account: string;
  readonly password: string;
}

function SignInForm({ demo }: { readonly demo: boolean }) {
  const { t } = useWords();
  const signIn = useSignIn();
  const [typed, setTyped] = useState<Typed>({ account: '', password: '' });
  const [tried, setTried] = useState(false);
  const missing = { account: tried && typed.account === '', password: tried && typed.password === '' };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (typed.account !== '' && typed.password !== '') signIn.mutate(typed);
  };
  const choose = (account: string, password: string): void => {
    setTyped({ account, password });
    signIn.mutate({ account, password });
  };
  return (
    <div className={demo ? 'sign-in-both' : 'sign-in-alone'}>
      <form className="card sign-in-form" onSubmit={submit} noValidate>
        <h1>{t('signIn.title')}</h1>
        <Refusal error={signIn.error} title={t('signIn.refused')} />
        <div className="field">
          <label className="field-label" htmlFor="account">
            {t('signIn.account')}
          </label>
          <Input
            id="account"
            name="account"
            autoComplete="username"
            value={typed.account}
            status={missing.account ? 'error' : undefined}
            aria-invalid={missing.account || undefined}
            aria-describedby={missing.account ? 'account-fault' : undefined}
            onChange={(e) => setTyped({ ...typed, account: e.target.value })}
          />
          {missing.account && (
            <p className="field-fault" id="account-fault" role="alert">
              {t('signIn.accountMissing')}
            </p>
          )}
        </div>
        <div className="field">
          <label className="field-label" htmlFor="password">
            {t('signIn.password')}
          </label>
          <Input.Password
            id="password"
            name="password"
            autoComplete="current-password"
            value={typed.password}
            status={missing.password ? 'error' : undefined}
            aria-invalid={missing.password || undefined}
            aria-describedby={missing.password ? 'password-fault' : undefined}
            onChange={(e) => setTyped({ ...typed, password: e.target.value })}
          />
          {missing.password && (
            <p className="field-fault" id="password-fault" role="alert">
              {t('signIn.passwordMissing')}
            </p>
          )}
        </div>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <p className="soft">
          {t('signIn.noAccountText')} <Link to="/">{t('signIn.toPublic')}</Link>
        </p>
      </form>
      {demo && <DemoAccountList busy={signIn.isPending} onChoose={choose} />}
    </div>
  );
}

export function SignInPage() {
  const { t, language } = useWords();
  const session = useSession();
  const [params] = useSearchParams();
  const to = insideAddress(params.get('to'));
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <ConfigProvider locale={antdLocale(language)} theme={look} button={{ autoInsertSpace: false }}>
      <DocumentTitle title={t('signIn.title')} />
      <header className="head">
        <div className="head-row">
          <Link to="/" className="site-name" aria-label={t('app.full')}>
            <img src={icon} alt="" width="28" height="28" /> {t('app.name')}
          </Link>
          <Button className="head-last" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => chooseLanguage(other)}>
            {t('app.otherLanguage')}
          </Button>
        </div>
      </header>
      <main id="main" className="main sign-in">
        <Answered answer={session}>
          {({ me, demo }) => (me ? <Navigate to={to ?? homeOf(me)} replace /> : <SignInForm demo={demo} />)}
        </Answered>
      </main>
    </ConfigProvider>
  );
}
