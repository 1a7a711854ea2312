import type { GetAccountResponse, ListSessionsResponse, RecoveryCodesDto, TotpSecretDto } from './types.js';
import type { Http } from './http/http.js';
import { http } from './http/http.js';
import { newPasskey, passkeyAnswer } from './passkeys.js';

/** One's own account: of the staff or of clients, the same steps under two addresses. */
export function accountApi(door: Http, base: string) {
  return {
    useConfirmation: (ask: (() => Promise<boolean>) | undefined) => door.useConfirmation(ask),
    read: (signal?: AbortSignal) => door.get<GetAccountResponse>(base, {}, signal),
    askForReset: (mail: string) => door.post(`${base}/password-reset`, { mail }),
    reset: (token: string, password: string) =>
      door.change('PUT', `${base}/password-reset`, { token, password }),
    changePassword: (current: string, password: string) =>
      door.change('PUT', `${base}/password`, { current, password }),
    confirm: (password: string) => door.post(`${base}/confirmation`, { password }),
    confirmWithPasskey: async () => {
      const { options } = await door.post<{ options: string }>(`${base}/confirmation/passkey`, undefined);
      await door.post(`${base}/confirmation`, { passkey: await passkeyAnswer(options) });
    },
    startTotp: () => door.post<TotpSecretDto>(`${base}/totp`, undefined),
    enableTotp: (code: string) => door.change<RecoveryCodesDto>('PUT', `${base}/totp`, { code }),
    removeTotp: () => door.change('DELETE', `${base}/totp`),
    addPasskey: async (name: string) => {
      const { options } = await door.post<{ options: string }>(`${base}/passkeys/options`, undefined);
      return door.post<RecoveryCodesDto>(`${base}/passkeys`, { name, passkey: await newPasskey(options) });
    },
    removePasskey: (id: string) => door.change('DELETE', `${base}/passkeys?id=${encodeURIComponent(id)}`),
    renewCodes: () => door.post<RecoveryCodesDto>(`${base}/recovery-codes`, undefined),
    listSessions: (signal?: AbortSignal) => door.get<ListSessionsResponse>(`${base}/sessions`, {}, signal),
    endSession: (id: string) => door.change<{ ended: number }>('DELETE', `${base}/sessions/${id}`),
    endOtherSessions: () => door.change<{ ended: number }>('DELETE', `${base}/sessions`),
  };
}

export type AccountApi = ReturnType<typeof accountApi>;

export const staffAccountApi = accountApi(http, '/api/account');
