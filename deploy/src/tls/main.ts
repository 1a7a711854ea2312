import { ensureCertificate } from '@intervia/test/certificate';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * For containers: makes the authority and the certificate of the servers of one Docker network, which their servers
 * and our services mount, and the key by which members of MongoDB's replica set know each other.
 */
const FOLDER = process.env['TLS_DIR'] ?? '/certs';
/** In a cluster each member is called by its own name. */
const MEMBERS = ['nats', 'mongo'].flatMap((name) => [0, 1, 2].map((n) => `${name}-${n}.${name}`));
const NAMES = ['nats', 'redis', 'mongo', ...MEMBERS];
/** The images run as users of their own; nobody else mounts the volume. */
const FOR_THE_VOLUME = 0o644;

const { keyFile, certFile, caFile } = await ensureCertificate(FOLDER, NAMES);
// MongoDB wants both in one file.
writeFileSync(
  join(FOLDER, 'server-both.pem'),
  readFileSync(certFile, 'utf8') + readFileSync(keyFile, 'utf8'),
);
const memberKey = join(FOLDER, 'mongo.key');
if (!existsSync(memberKey)) writeFileSync(memberKey, randomBytes(384).toString('base64'));
for (const file of [keyFile, certFile, caFile, memberKey, join(FOLDER, 'server-both.pem')])
  chmodSync(file, FOR_THE_VOLUME);
