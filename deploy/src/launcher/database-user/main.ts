import { ensureUser } from './ensure-user.js';

try {
  await ensureUser(process.env['MONGODB_URI'] ?? '');
} catch (error) {
  console.error(
    `The database has users of its own, and the password in secrets.json is none of theirs: ${(error as Error).message}`,
  );
  process.exitCode = 1;
}
