import { lazy } from 'react';
import { Outlet, Route } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { NotFound } from '../layout/not-found.js';

const HomePage = lazy(() => import('./pages/home-page.js'));
const ExportPage = lazy(() => import('./pages/export-page.js'));
const JournalPage = lazy(() => import('./pages/journal-page.js'));
const DeparturesPage = lazy(() => import('./pages/departures-page.js'));
const LegalPage = lazy(() => import('./pages/legal-page.js'));
const StatementsPage = lazy(() => import('./pages/statements-page.js'));
const StatementPage = lazy(() => import('./pages/statement-page.js'));
const SettingsPage = lazy(() => import('./pages/settings-page.js'));

/** Exchanges with the CAF: for whoever sees rental management. */
export const cafRoutes = (
  <Route path="caf" element={<GeranceGuard />}>
    <Route index element={<HomePage />} />
    <Route path="rents" element={<ExportPage key="CAF12" message="CAF12" />} />
    <Route path="arrears" element={<ExportPage key="CAF32" message="CAF32" />} />
    <Route path="departures" element={<DeparturesPage />} />
    <Route path="journal" element={<JournalPage />} />
    <Route path="legal" element={<LegalPage />} />
    <Route path="statements" element={<StatementsPage />} />
    <Route path="statements/:statementId" element={<StatementPage />} />
    <Route path="settings" element={<SettingsPage />} />
  </Route>
);

function GeranceGuard() {
  return useSignedIn().user.rights.gerance.view ? <Outlet /> : <NotFound />;
}
