import { lazy } from 'react';
import { Outlet, Route } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { NotFound } from '../layout/not-found.js';

const SettingsPage = lazy(() => import('./settings-page.js'));

/** Estimates: for whoever sees rental management. */
export const jestimoRoutes = (
  <Route path="jestimo" element={<GeranceGuard />}>
    <Route index element={<SettingsPage />} />
  </Route>
);

function GeranceGuard() {
  return useSignedIn().user.rights.gerance.view ? <Outlet /> : <NotFound />;
}
