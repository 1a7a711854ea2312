import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';

export interface CertificateFiles {
  /** For NODE_EXTRA_CA_CERTS. */
  caFile: string;
  keyFile: string;
  certFile: string;
}

const DAY_MS = 24 * 3600_000;
const VALID_DAYS = 825;
const RENEW_BEFORE_DAYS = 30;

/**
 * An authority of this machine and a certificate of its for localhost, and other names if given, made once per folder
 * and renewed in time.
 */
export async function ensureCertificate(
  dir: string,
  names: readonly string[] = [],
): Promise<CertificateFiles> {
  const files = certificateIn(dir);
  if (!isUsable(files)) await create(dir, files, names);
  return files;
}

/** Where it is, or will be. */
export const certificateIn = (dir: string): CertificateFiles => ({
  caFile: join(dir, 'ca.pem'),
  keyFile: join(dir, 'server.key'),
  certFile: join(dir, 'server.pem'),
});

/** It is there, and not about to end. */
export function isUsable({ caFile, keyFile, certFile }: CertificateFiles): boolean {
  if (![caFile, keyFile, certFile].every((file) => existsSync(file))) return false;
  const { validTo } = new X509Certificate(readFileSync(certFile));
  return new Date(validTo).getTime() - Date.now() > RENEW_BEFORE_DAYS * DAY_MS;
}

async function create(dir: string, files: CertificateFiles, names: readonly string[]): Promise<void> {
  // Needed once in two years, and large: whoever only looks at the files does not load it.
  const { generate } = await import('selfsigned');
  const common = {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
  } as const;
  const authority = await generate([{ name: 'commonName', value: 'Intervia, authority of this machine' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...names.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeFileSync(files.keyFile, server.private, { mode: 0o600 });
  writeFileSync(files.caFile, authority.cert);
  // Last: its presence says that all three are there.
  writeFileSync(files.certFile, server.cert);
}
