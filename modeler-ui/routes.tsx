// Every page and its address. Each page is loaded when it is first opened; the public ones never load the application's parts.
import type { RouteObject } from 'react-router';
import { PageBroken, PageMissing } from './widgets/page-broken.tsx';
import { LoadingState } from './widgets/states.tsx';

const publicPages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/public/home-page.tsx')).HomePage }) },
  {
    path: 'public/procedures',
    lazy: async () => ({ Component: (await import('./pages/public/procedures-page.tsx')).PublicProceduresPage }),
  },
  {
    path: 'public/procedures/:key',
    lazy: async () => ({ Component: (await import('./pages/public/procedure-page.tsx')).PublicProcedurePage }),
  },
  { path: 'public/cases', lazy: async () => ({ Component: (await import('./pages/public/cases-page.tsx')).PublicCasesPage }) },
  { path: 'public/cases/:id', lazy: async () => ({ Component: (await import('./pages/public/case-page.tsx')).PublicCasePage }) },
  { path: '*', Component: PageMissing },
];

const appPages: RouteObject[] = [
  { path: 'work', lazy: async () => ({ Component: (await import('./pages/secretary/work-page.tsx')).WorkPage }) },
  { path: 'work/:case/:node', lazy: async () => ({ Component: (await import('./pages/secretary/task-page.tsx')).TaskPage }) },
  { path: 'cases', lazy: async () => ({ Component: (await import('./pages/secretary/cases-page.tsx')).CasesPage }) },
  { path: 'cases/new', lazy: async () => ({ Component: (await import('./pages/secretary/start-page.tsx')).StartPage }) },
  { path: 'cases/:id', lazy: async () => ({ Component: (await import('./pages/secretary/case-page.tsx')).CasePage }) },
  { path: 'draw', lazy: async () => ({ Component: (await import('./pages/drafter/drafts-page.tsx')).DraftsPage }) },
  { path: 'draw/:key', lazy: async () => ({ Component: (await import('./pages/drafter/draw-page.tsx')).DrawPage }) },
  { path: 'watch', lazy: async () => ({ Component: (await import('./pages/supervisor/watch-page.tsx')).WatchPage }) },
  { path: 'watch/:id', lazy: async () => ({ Component: (await import('./pages/supervisor/watch-case-page.tsx')).WatchCasePage }) },
  { path: 'draw', lazy: async () => ({ Component: (await import('./pages/drafter/drafts-page.tsx')).DraftsPage }) },
  { path: 'draw/:key', lazy: async () => ({ Component: (await import('./pages/drafter/draw-page.tsx')).DrawPage }) },
];

export const routes: RouteObject[] = [
  {
    ErrorBoundary: PageBroken,
    HydrateFallback: LoadingState,
    children: [
      { path: 'sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage }) },
      {
        lazy: async () => ({ Component: (await import('./pages/shell/app-shell.tsx')).AppShell }),
        children: [{ ErrorBoundary: PageBroken, children: appPages }],
      },
      {
        lazy: async () => ({ Component: (await import('./pages/public/public-frame.tsx')).PublicFrame }),
        children: [{ ErrorBoundary: PageBroken, children: publicPages }],
      },
    ],
  },
];
