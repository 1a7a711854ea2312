import { ensureCertificate } from '@intervia/test/certificate';

/** For the launcher, which stays small without what makes certificates. */
const { TLS_DIR } = process.env;
if (!TLS_DIR) throw new Error('TLS_DIR is needed');
await ensureCertificate(TLS_DIR);
