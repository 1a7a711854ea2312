import { prepareBus } from './prepare.js';

/** For containers: runs once before the services, with the operator's password. */
const { NATS_URL, NATS_PASSWORD_OPERATOR, NATS_CA, NATS_COPIES } = process.env;
if (!NATS_URL || !NATS_PASSWORD_OPERATOR) throw new Error('NATS_URL and NATS_PASSWORD_OPERATOR are needed');
await prepareBus({
  url: NATS_URL,
  password: NATS_PASSWORD_OPERATOR,
  caFile: NATS_CA || undefined,
  copies: Number(NATS_COPIES || 1),
});
