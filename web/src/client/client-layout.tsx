import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Suspense, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { ACCOUNT, CLIENT, COMMON } from '../fr.js';
import { CrashBoundary } from '../layout/crash-boundary.js';
import layout from '../layout/layout.module.css';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { SignInAgain } from '../sign-in/sign-in-again.js';
import {
  useClientPasskeySignIn,
  useClientReturn,
  useClientSecondStep,
  useClientSession,
  useClientSignIn,
  useClientSignOut,
} from './api/client-api.js';
import type { ClientSession } from '../api/types.js';
import classes from './client.module.css';
import { useClientLive } from './use-client-live.js';

/** The address stays while signing in, and so does a request that was being written. */
export function ClientLayout({ signIn }: { signIn: ReactNode }) {
  const { data: session, error, refetch } = useClientSession();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (session === undefined) return <Loading />;
  if (session === null) return <Suspense fallback={<Loading />}>{signIn}</Suspense>;
  return (
    <>
      <SignedIn session={session} />
      <ClientSignInAgain session={session} />
    </>
  );
}

function ClientSignInAgain({ session }: { session: ClientSession }) {
  const steps = {
    signIn: useClientSignIn(),
    finish: useClientSecondStep(),
    passkey: useClientPasskeySignIn(),
  };
  return (
    <SignInAgain
      back={useClientReturn()}
      steps={steps}
      session={session}
      mailOf={({ client }) => client.mails[0] ?? ''}
      idOf={({ client }) => client.id}
      home="/client"
    />
  );
}

function SignedIn({ session }: { session: ClientSession }) {
  const { pathname } = useLocation();
  const mainRef = useFocusOnArrival(pathname);
  useClientLive();
  return (
    <>
      <a href="#contenu" className={layout.skip}>
        {COMMON.skip}
      </a>
      <Header session={session} />
      <main id="contenu" ref={mainRef} tabIndex={-1} className={classes.main}>
        <CrashBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </CrashBoundary>
      </main>
    </>
  );
}

/** Another page is told to who does not see it: the focus begins at its top. Not the first one, whose browser tells. */
function useFocusOnArrival(pathname: string) {
  const ref = useRef<HTMLElement>(null);
  const arrivedAt = useRef(pathname);
  useEffect(() => {
    if (arrivedAt.current === pathname) return;
    arrivedAt.current = pathname;
    window.scrollTo(0, 0);
    ref.current?.focus({ preventScroll: true });
  }, [pathname]);
  return ref;
}

function Header({ session: { client, agency, followUps } }: { session: ClientSession }) {
  const signOut = useClientSignOut();
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <Link to="/client" className={layout.brand} aria-label={`${COMMON.product}, ${CLIENT.title}`}>
          <img src="/intervia.svg" alt="" width={26} height={26} />
        </Link>
        <span className={classes.who}>
          <span className="clip">{agency.name}</span>
          <span className={`${classes.name} clip`}>{client.name}</span>
        </span>
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.signOut}
          leftSection={<IconLogout size={16} aria-hidden />}
          loading={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {COMMON.signOut}
        </Button>
      </div>
      <nav aria-label={CLIENT.navigation} className={classes.nav}>
        {followUps && (
          <NavLink to="/client/follow-ups" className={layout.tab}>
            {CLIENT.followUps}
          </NavLink>
        )}
        <NavLink to="/client/requests" className={layout.tab}>
          {CLIENT.requests}
        </NavLink>
        <NavLink to="/client/reports" className={layout.tab}>
          {CLIENT.reports}
        </NavLink>
        <NavLink to="/client/account" className={layout.tab}>
          {ACCOUNT.clientMenu}
        </NavLink>
      </nav>
    </header>
  );
}
