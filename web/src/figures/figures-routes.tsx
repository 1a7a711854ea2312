import { lazy } from 'react';
import { Route } from 'react-router';

const StatisticsPage = lazy(() => import('./pages/statistics-page.js'));
const DashboardPage = lazy(() => import('./pages/dashboard-page.js'));
const MeasuredPage = lazy(() => import('./pages/measured-page.js'));

/** How the house runs: below a module, for whoever sees it. */
export const figuresRoutes = (
  <Route path="figures">
    <Route index element={<StatisticsPage />} />
    <Route path="dashboard" element={<DashboardPage />} />
    <Route path="tickets" element={<MeasuredPage />} />
  </Route>
);
