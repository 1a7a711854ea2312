import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ConfirmationDialog } from '../account/confirmation-dialog.js';
import { createQueryClient } from '../api/http/query-client.js';
import { CLIENT } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { ForgottenPage } from '../sign-in/forgotten-page.js';
import { ResetPage } from '../sign-in/reset-page.js';
import { clientAccountApi, useClient } from './api/client-api.js';
import { ClientLayout } from './client-layout.js';

const ClientAccountPage = lazy(() => import('./client-account-page.js'));
const ClientSignInPage = lazy(() => import('./client-sign-in-page.js'));
const NewRequestPage = lazy(() => import('./requests/new-request-page.js'));
const RequestsPage = lazy(() => import('./requests/requests-page.js'));
const OwnRequestPage = lazy(() => import('./requests/own-request-page.js'));
const FollowUpsPage = lazy(() => import('./follow-ups/follow-ups-page.js'));
const ClientReportsPage = lazy(() => import('./reports/client-reports-page.js'));
const FollowUpPage = lazy(() => import('./follow-ups/follow-up-page.js'));

const NOWHERE = <NotFound home="/client" back={CLIENT.home} />;

/** The clients' extranet: for co-owners, council members, owners and tenants, mostly on a phone. */
export default function ClientApp() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <ConfirmationDialog api={clientAccountApi} />
      <Notifications position="bottom-right" />
      <Routes>
        <Route
          path="forgotten"
          element={<ForgottenPage api={clientAccountApi} tagline={CLIENT.tagline} home="/client" />}
        />
        <Route
          path="password"
          element={
            <ResetPage
              api={clientAccountApi}
              tagline={CLIENT.tagline}
              home="/client"
              forgotten="/client/forgotten"
            />
          }
        />
        <Route element={<ClientLayout signIn={<ClientSignInPage />} />}>
          <Route index element={<ClientHome />} />
          <Route path="requests" element={<RequestsPage />} />
          <Route path="requests/new" element={<NewRequestPage />} />
          <Route path="requests/:id" element={<OwnRequestPage nowhere={NOWHERE} />} />
          <Route path="follow-ups" element={<FollowUpsPage />} />
          <Route path="follow-ups/:id" element={<FollowUpPage nowhere={NOWHERE} />} />
          <Route path="reports" element={<ClientReportsPage />} />
          <Route path="account" element={<ClientAccountPage />} />
          <Route path="*" element={NOWHERE} />
        </Route>
      </Routes>
    </QueryClientProvider>
  );
}

/** Without a follow-up (manual, "Afficher dans l'extranet des clients"), one's requests are all there is. */
function ClientHome() {
  return <Navigate to={useClient().followUps ? 'follow-ups' : 'requests'} replace />;
}
