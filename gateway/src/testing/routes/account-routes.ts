import type { Open, Route } from './route.js';

const PROOF = { step: 'step', code: '000000' };

/** The same under the two addresses, each for its own kind of people. */
function own(base: string, open: Open): Record<string, Route> {
  return {
    [`GET ${base}`]: { open },
    [`POST ${base}/password-reset`]: { open: 'everybody', body: { mail: 'x@y.example' } },
    [`PUT ${base}/password-reset`]: { open: 'everybody', body: { token: 'x', password: 'x' } },
    [`PUT ${base}/password`]: { open, body: { current: 'x', password: 'y' } },
    [`POST ${base}/confirmation/passkey`]: { open },
    [`POST ${base}/confirmation`]: { open, body: { password: 'x' } },
    [`GET ${base}/sessions`]: { open },
    [`DELETE ${base}/sessions`]: { open },
    [`DELETE ${base}/sessions/{sessionId}`]: { open },
    [`POST ${base}/totp`]: { open },
    [`PUT ${base}/totp`]: { open, body: { code: '123456' } },
    [`DELETE ${base}/totp`]: { open },
    [`POST ${base}/passkeys/options`]: { open },
    [`POST ${base}/passkeys`]: { open, body: { name: 'Téléphone', passkey: '{}' } },
    [`DELETE ${base}/passkeys`]: { open, query: '?id=AAAAAAAAAAAAAAAAAAAAAA' },
    [`POST ${base}/recovery-codes`]: { open },
  };
}

/** Signing in, one's own account, and what administrators decide of both. */
export const ACCOUNT_ROUTES: Readonly<Record<string, Route>> = {
  'POST /api/session/link': { open: 'everybody', body: { link: 'x' } },
  'POST /api/session/passkey': { open: 'everybody' },
  'POST /api/session/second-step': { open: 'everybody', body: PROOF },
  'POST /api/client/session/passkey': { open: 'everybody' },
  'POST /api/client/session/second-step': { open: 'everybody', body: PROOF },
  ...own('/api/account', 'staff'),
  ...own('/api/client/account', 'clients'),
  'GET /api/security': { open: 'administrators' },
  'PUT /api/security': { open: 'administrators', body: { secondFactorRequired: true } },
  'GET /api/security/access': { open: 'administrators' },
  'PUT /api/security/access': { open: 'administrators', body: { version: 0, role: 'ASSISTANT' } },
  'DELETE /api/security/second-factors/{userId}': { open: 'administrators' },
  'DELETE /api/security/sessions/{userId}': { open: 'administrators' },
  'POST /api/security/client-sessions/end': {
    open: 'administrators',
    body: { mail: 'coproprietaire@tilleuls.example' },
  },
  'DELETE /api/security/sessions': { open: 'administrators' },
  'GET /api/security/keys': { open: 'administrators' },
  'POST /api/security/keys': { open: 'administrators', body: { name: 'LSC', scopes: ['BASE_WRITE'] } },
  'POST /api/security/keys/{keyId}/rotation': { open: 'administrators' },
  'DELETE /api/security/keys/{keyId}': { open: 'administrators' },
  'GET /api/security/webhooks': { open: 'administrators' },
  'POST /api/security/webhooks': { open: 'administrators', body: { url: 'https://lsc.example/hook' } },
  'PUT /api/security/webhooks/{webhookId}/pause': { open: 'administrators', body: { paused: true } },
  'DELETE /api/security/webhooks/{webhookId}': { open: 'administrators' },
  'GET /api/security/webhooks/{webhookId}/deliveries': { open: 'administrators' },
  'POST /api/security/webhooks/{webhookId}/deliveries/{deliveryId}/replay': { open: 'administrators' },
  'GET /api/security/events': { open: 'administrators' },
  'GET /api/security/events.csv': { open: 'administrators' },
};
