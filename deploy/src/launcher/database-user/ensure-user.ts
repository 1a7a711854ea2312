import { MongoClient, MongoServerError } from 'mongodb';

/** MongoDB's number for a name or password that is not right; also for who says none where one is needed. */
const AUTHENTICATION_FAILED = 18;
const ANSWER_MS = 10_000;

async function can(uri: string): Promise<boolean> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: ANSWER_MS });
  try {
    await client.db('admin').command({ listDatabases: 1, nameOnly: true });
    return true;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === AUTHENTICATION_FAILED) return false;
    throw error;
  } finally {
    await client.close();
  }
}

/**
 * A `mongod` with `--auth` and without any user lets whoever asks on the machine itself make the first one, and nothing
 * else (manual, "Localhost Exception"). Data that an older release kept without users gets its user so, too.
 * @param uri with the name and the password that the user is to have
 * @throws when the server has users already, and this is none of them
 */
export async function ensureUser(uri: string): Promise<void> {
  if (await can(uri)) return;
  const { username, password, host } = new URL(uri);
  const client = new MongoClient(`mongodb://${host}/?directConnection=true`, {
    serverSelectionTimeoutMS: ANSWER_MS,
  });
  try {
    await client.db('admin').command({
      createUser: decodeURIComponent(username),
      pwd: decodeURIComponent(password),
      roles: ['root'],
    });
  } finally {
    await client.close();
  }
}
