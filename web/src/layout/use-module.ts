import { useParams } from 'react-router';
import { useSignedIn } from '../api/session.js';
import { isModulePath, moduleOf } from '../lib/modules.js';

/** The module of the address, and what the user may do there. Only below ModuleGuard. */
export function useModule() {
  const { module: path } = useParams();
  const { user } = useSignedIn();
  if (!isModulePath(path)) throw new Error('Outside of a module');
  return { path, module: moduleOf(path), rights: user.rights[path] };
}
