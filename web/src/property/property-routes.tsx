import { lazy } from 'react';
import { Outlet, Route } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { NotFound } from '../layout/not-found.js';

const HomePage = lazy(() => import('./pages/home-page.js'));
const MandateDraftsPage = lazy(() => import('./pages/drafts-page.js'));
const TenantWizardPage = lazy(() => import('./pages/tenant/tenant-wizard-page.js'));
const UnitWizardPage = lazy(() => import('./pages/unit-wizard-page.js'));
const WizardPage = lazy(() => import('./wizards/wizard-page.js'));
const EndPage = lazy(() => import('./pages/end-page.js'));
const RegisterPage = lazy(() => import('./pages/register/register-page.js'));
const TenantsPage = lazy(() => import('./pages/tenant/tenants-page.js'));
const TenantPage = lazy(() => import('./pages/tenant/tenant-page.js'));
const IndicesPage = lazy(() => import('./pages/indices-page.js'));
const UnitPage = lazy(() => import('./pages/unit-page.js'));

/** Mandates and leases: for whoever sees rental management. */
export const propertyRoutes = (
  <Route path="property" element={<GeranceGuard />}>
    <Route index element={<HomePage />} />
    <Route path="mandates/new" element={<MandateDraftsPage />} />
    <Route path="tenants/new" element={<TenantWizardPage />} />
    <Route path="units/new" element={<UnitWizardPage />} />
    <Route path="drafts/:draftId" element={<WizardPage />} />
    <Route path="drafts/:draftId/end" element={<EndPage />} />
    <Route path="register" element={<RegisterPage />} />
    <Route path="tenants" element={<TenantsPage />} />
    <Route path="tenants/:leaseId" element={<TenantPage />} />
    <Route path="units/:unitId" element={<UnitPage />} />
    <Route path="indices" element={<IndicesPage />} />
  </Route>
);

function GeranceGuard() {
  return useSignedIn().user.rights.gerance.view ? <Outlet /> : <NotFound />;
}
