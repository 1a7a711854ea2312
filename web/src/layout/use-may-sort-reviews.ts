import { useSignedIn } from '../api/session.js';
import { MODULE_PATHS } from '../lib/modules.js';

/** They belong to no module yet: whoever may edit tickets in one sorts them. */
export function useMaySortReviews(): boolean {
  const { user } = useSignedIn();
  return MODULE_PATHS.some((path) => user.rights[path].edit);
}
