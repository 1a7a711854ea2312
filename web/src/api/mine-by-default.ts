import { useSignedIn } from './session.js';

/** Nobody gives tickets to assistants and accountants: theirs are those of their buildings. */
export function useMineByDefault(): boolean {
  return useSignedIn().user.role === 'MANAGER';
}
