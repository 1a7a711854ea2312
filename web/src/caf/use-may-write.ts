import { useSignedIn } from '../api/session.js';

/** Files and statements are for those who may change in rental management. */
export const useMayWrite = (): boolean => useSignedIn().user.rights.gerance.edit;

export const useIsAdministrator = (): boolean => useSignedIn().user.role === 'ADMINISTRATOR';
