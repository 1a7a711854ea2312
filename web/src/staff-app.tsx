import './staff-styles.js';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Route, Routes } from 'react-router';
import { ConfirmationDialog } from './account/confirmation-dialog.js';
import { staffAccountApi } from './api/account.js';
import { createQueryClient } from './api/http/query-client.js';
import { cafRoutes } from './caf/caf-routes.js';
import { figuresRoutes } from './figures/figures-routes.js';
import { reportsRoutes } from './reports/reports-routes.js';
import { COMMON } from './fr.js';
import { jestimoRoutes } from './jestimo/jestimo-routes.js';
import { AdministratorGuard, ModuleGuard, RightGuard } from './layout/guards.js';
import { Home } from './layout/home.js';
import { NotFound } from './layout/not-found.js';
import { SignedInLayout } from './layout/signed-in-layout.js';
import { ForgottenPage } from './sign-in/forgotten-page.js';
import { ResetPage } from './sign-in/reset-page.js';
import { StaffSignInAgain } from './sign-in/staff-sign-in-again.js';
import { propertyRoutes } from './property/property-routes.js';

const SignInPage = lazy(() => import('./sign-in/sign-in-page.js'));
const OpenPage = lazy(() => import('./sign-in/open-page.js'));
const TicketListPage = lazy(() => import('./ticket-list/ticket-list-page.js'));
const TicketPage = lazy(() => import('./ticket/ticket-page.js'));
const CreationPage = lazy(() => import('./creation/creation-page.js'));
const ValidationPage = lazy(() => import('./creation/validation-page.js'));
const EditPage = lazy(() => import('./creation/edit-page.js'));
const SettingsPage = lazy(() => import('./settings/settings-page.js'));
const DeletionsPage = lazy(() => import('./settings/deletions-page.js'));
const TemplatesPage = lazy(() => import('./templates/templates-page.js'));
const TemplatePage = lazy(() => import('./templates/template-page.js'));
const ChannelsPage = lazy(() => import('./delivery/channels-page.js'));
const PreferencesPage = lazy(() => import('./delivery/preferences-page.js'));
const AccountPage = lazy(() => import('./account/account-page.js'));
const PrivacyPage = lazy(() => import('./privacy/privacy-page.js'));
const AccessPage = lazy(() => import('./account/access/access-page.js'));
const SecurityPage = lazy(() => import('./account/security-page.js'));
const ReviewsPage = lazy(() => import('./delivery/reviews-page.js'));

/** The agency's extranet. */
export default function StaffApp() {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <Notifications position="bottom-right" />
      <Routes>
        <Route
          path="forgotten"
          element={<ForgottenPage api={staffAccountApi} tagline={COMMON.tagline} home="/" />}
        />
        <Route
          path="password"
          element={
            <ResetPage api={staffAccountApi} tagline={COMMON.tagline} home="/" forgotten="/forgotten" />
          }
        />
        <Route path="open/:module/:id" element={<OpenPage />} />
        <Route
          element={
            <SignedInLayout
              signIn={<SignInPage />}
              account={<AccountPage />}
              beside={
                <>
                  <ConfirmationDialog api={staffAccountApi} />
                  <StaffSignInAgain />
                </>
              }
            />
          }
        >
          <Route index element={<Home />} />
          <Route path="tickets/:module" element={<ModuleGuard />}>
            <Route index element={<TicketListPage />} />
            <Route path="new" element={<CreationPage />} />
            <Route path="settings" element={<AdministratorGuard />}>
              <Route index element={<SettingsPage />} />
              <Route path="mail-templates" element={<TemplatesPage key="MAIL" channel="MAIL" />} />
              <Route path="mail-templates/:code" element={<TemplatePage key="MAIL" channel="MAIL" />} />
              <Route path="sms-templates" element={<TemplatesPage key="SMS" channel="SMS" />} />
              <Route path="sms-templates/:code" element={<TemplatePage key="SMS" channel="SMS" />} />
              <Route path="channels" element={<ChannelsPage />} />
            </Route>
            <Route element={<RightGuard right="delete" />}>
              <Route path="settings/deletions" element={<DeletionsPage />} />
            </Route>
            {figuresRoutes}
            {reportsRoutes}
            <Route path=":id" element={<TicketPage />} />
            <Route path=":id/edit" element={<EditPage />} />
            <Route path=":id/validate" element={<ValidationPage />} />
          </Route>
          {propertyRoutes}
          {cafRoutes}
          {jestimoRoutes}
          <Route path="preferences" element={<PreferencesPage />} />
          <Route path="account" element={<AccountPage />} />
          <Route path="security" element={<AdministratorGuard />}>
            <Route index element={<SecurityPage />} />
            <Route path="access" element={<AccessPage />} />
          </Route>
          <Route path="privacy" element={<AdministratorGuard />}>
            <Route index element={<PrivacyPage />} />
          </Route>
          <Route path="reviews" element={<ReviewsPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
    </QueryClientProvider>
  );
}
