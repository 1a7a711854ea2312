import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DEMO_ACCOUNT, startOvhDouble } from './ovh-double.js';

/** node main.js --port 3443 --data DIR --key server.key --cert server.pem; the account comes from OVH_*. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3443' },
    data: { type: 'string' },
    key: { type: 'string' },
    cert: { type: 'string' },
  },
});
const { port, data, key, cert } = values;
if (!data || !key || !cert) throw new Error('Usage: main.js [--port N] --data DIR --key FILE --cert FILE');

const { OVH_APP_KEY, OVH_APP_SECRET, OVH_CONSUMER_KEY, OVH_SMS_SERVICE } = process.env;
const double = await startOvhDouble({
  port: Number(port),
  dataDir: data,
  tls: { key: readFileSync(key), cert: readFileSync(cert) },
  account: {
    appKey: OVH_APP_KEY ?? DEMO_ACCOUNT.appKey,
    appSecret: OVH_APP_SECRET ?? DEMO_ACCOUNT.appSecret,
    consumerKey: OVH_CONSUMER_KEY ?? DEMO_ACCOUNT.consumerKey,
    service: OVH_SMS_SERVICE ?? DEMO_ACCOUNT.service,
  },
});
console.log(`SMS double on ${double.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void double.stop());
