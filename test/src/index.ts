export { ensureCertificate } from './doubles/index.js';
export type { CertificateFiles } from './doubles/index.js';
