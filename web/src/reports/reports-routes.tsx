import { lazy } from 'react';
import { Route } from 'react-router';

const ReportsPage = lazy(() => import('./reports-page.js'));
const NewReportPage = lazy(() => import('./new-report-page.js'));
const CarnetPage = lazy(() => import('./carnet-page.js'));

/** Manual, "Rapport": below a module, for whoever sees it. */
export const reportsRoutes = (
  <Route path="reports">
    <Route index element={<ReportsPage />} />
    <Route path="new" element={<NewReportPage />} />
    <Route path="carnets/:buildingId" element={<CarnetPage />} />
  </Route>
);
