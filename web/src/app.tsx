import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { CrashBoundary } from './layout/crash-boundary.js';

const ClientApp = lazy(() => import('./client/client-app.js'));
const StaffApp = lazy(() => import('./staff-app.js'));

/** Two extranets that share components, and neither session nor cache: nobody loads the screens of the other. */
export function App() {
  return (
    <CrashBoundary>
      <Suspense>
        <Routes>
          <Route path="client/*" element={<ClientApp />} />
          <Route path="*" element={<StaffApp />} />
        </Routes>
      </Suspense>
    </CrashBoundary>
  );
}
