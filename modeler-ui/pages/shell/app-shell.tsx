// The frame around every signed-in page: head, ways, live line, and the way to the sign-in when there is no session.
import { ConfigProvider } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { type Me, useSession } from '../../api/session.ts';
import { LiveContext, staleInApp, useLiveLine } from '../../api/use-live.ts';
import { FlashFrame } from '../../widgets/flash.tsx';
import { useNarrow } from '../../widgets/narrow.ts';
import { Answered, LoadingState } from '../../widgets/states.tsx';
import { useWords } from '../../words/language.ts';
import './app.css';
import '../../forms/forms.css';
import '../../widgets/case.css';

import { Header } from './header.tsx';
import { antdLocale, look } from './look.ts';
import { MeContext } from './me.ts';
import { Nav } from './nav.tsx';

/** A new page begins at its top, for eyes and for screen readers; not when only the filter in the address changed. */
function Main() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <main id="main" className="main" tabIndex={-1} ref={main}>
      <Suspense fallback={<LoadingState />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function SignedIn({ me, demo }: { readonly me: Me; readonly demo: boolean }) {
  const { t } = useWords();
  const narrow = useNarrow();
  const line = useLiveLine('/api/live', staleInApp);
  return (
    <MeContext value={me}>
      <LiveContext value={line}>
        <FlashFrame>
          <a className="skip" href="#main">
            {t('app.skip')}
          </a>
          <Header me={me} demo={demo} />
          <Main />
          {narrow && <Nav me={me} />}
        </FlashFrame>
      </LiveContext>
    </MeContext>
  );
}

export function AppShell() {
  const { language } = useWords();
  const session = useSession();
  const { pathname, search } = useLocation();
  return (
    <ConfigProvider locale={antdLocale(language)} theme={look} button={{ autoInsertSpace: false }}>
      <Answered answer={session}>
        {({ me, demo }) =>
          me ? (
            <SignedIn key={me.person} me={me} demo={demo} />
          ) : (
            <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
          )
        }
      </Answered>
    </ConfigProvider>
  );
}
