import { Suspense } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useLocation } from 'react-router';
import { LiveProvider } from '../api/live/live.js';
import { useSession } from '../api/session.js';
import { COMMON } from '../fr.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { CrashBoundary } from './crash-boundary.js';
import { Header } from './header.js';
import { KeyboardHelp } from './keyboard-help.js';
import classes from './layout.module.css';

interface Props {
  signIn: ReactNode;
  /** All that is open to who has to set up a second factor first. */
  account: ReactNode;
  /** Shown over any page. */
  beside: ReactNode;
}

/** The address stays while signing in, so that a link of a mail leads where it says. */
export function SignedInLayout({ signIn, account, beside }: Props) {
  const { data: session, error, refetch } = useSession();
  const { pathname } = useLocation();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Loading />;
  if (session === null) return <Suspense fallback={<Loading />}>{signIn}</Suspense>;
  if (session.secondFactorMissing) {
    return (
      <>
        <Header session={session} />
        <main id="contenu" tabIndex={-1} className={classes.main}>
          <Suspense fallback={<Loading />}>{account}</Suspense>
        </main>
        {beside}
      </>
    );
  }
  return (
    <LiveProvider>
      <a href="#contenu" className={classes.skip}>
        {COMMON.skip}
      </a>
      <Header session={session} />
      <main id="contenu" tabIndex={-1} className={classes.main}>
        <CrashBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
      <KeyboardHelp />
      {beside}
    </LiveProvider>
  );
}
