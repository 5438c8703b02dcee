// The frame of the pages that anyone may read. Own small style, no antd; prints without its head and foot.
import { useEffect, useRef } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import icon from '../../icon.svg';
import { chooseLanguage, useWords } from '../../words/language.ts';
import './public.css';

function PublicHead() {
  const { t, language } = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <header className="open-head">
      <div className="open-wide open-head-row">
        <Link to="/" className="site-name" aria-label={`${t('app.name')} · ${t('public.home')}`}>
          <img src={icon} alt="" width="28" height="28" /> {t('app.name')}
        </Link>
        <nav className="open-nav" aria-label={t('public.nav')}>
          <NavLink to="/public/procedures">{t('public.toProcedures')}</NavLink>
          <NavLink to="/public/cases">{t('public.toCases')}</NavLink>
        </nav>
        <div className="open-last">
          <button type="button" className="plain-button" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => chooseLanguage(other)}>
            {t('app.otherLanguage')}
          </button>
          <Link to="/sign-in" className="plain-button">
            {t('app.signIn')}
          </Link>
        </div>
      </div>
    </header>
  );
}

export function PublicFrame() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <div className="open">
      <a className="skip" href="#main">
        {t('app.skip')}
      </a>
      <PublicHead />
      <main id="main" className="open-wide open-main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <footer className="open-foot">
        <div className="open-wide">{t('public.footer')}</div>
      </footer>
    </div>
  );
}
