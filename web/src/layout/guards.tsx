import { Outlet, useParams } from 'react-router';
import type { Rights } from '../api/types.js';
import { useSignedIn } from '../api/session.js';
import { isModulePath } from '../lib/modules.js';
import { NotFound } from './not-found.js';
import { useModule } from './use-module.js';

/** A module that the user may not see is as absent as one that does not exist. */
export function ModuleGuard() {
  const { module } = useParams();
  const { user } = useSignedIn();
  return isModulePath(module) && user.rights[module].view ? <Outlet key={module} /> : <NotFound />;
}

/** Pages of the module for which its role needs a right. */
export function RightGuard({ right }: { right: keyof Rights }) {
  return useModule().rights[right] ? <Outlet /> : <NotFound />;
}

/** Settings are the administrator's. */
export function AdministratorGuard() {
  return useSignedIn().user.role === 'ADMINISTRATOR' ? <Outlet /> : <NotFound />;
}
