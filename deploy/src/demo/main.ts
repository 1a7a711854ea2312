import { seed } from '../launcher/seed.js';

/** Publishes the demo agencies on a platform that others started, such as Docker Compose: see deploy/README.md. */
const {
  NATS_URL = 'nats://127.0.0.1:4222',
  NATS_PASSWORD_OPERATOR: password = '',
  NATS_CA: caFile,
  CLOCK,
  LIVES_FILES_DIR: filesDir,
} = process.env;
await seed(
  { url: NATS_URL, user: 'operator', password, caFile },
  CLOCK === 'movable' ? 'movable' : 'system',
  filesDir,
);
