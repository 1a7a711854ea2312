import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCalls } from './calls.js';
import { renderUsers } from './conf.js';
import { BUS_USERS } from './users.js';

const ROOT = join(import.meta.dirname, '../../..');

writeFileSync(
  join(ROOT, 'deploy/nats/users.conf'),
  renderUsers(BUS_USERS, ({ sources }) => readCalls(join(ROOT, sources))),
);
