import { useSignedIn } from '../api/session.js';

/** As the gateway has it: who may create or edit in rental management, but accountants, who read. */
export function useMayWrite(): boolean {
  const { user } = useSignedIn();
  const { create, edit } = user.rights.gerance;
  return (create || edit) && user.role !== 'ACCOUNTANT';
}
