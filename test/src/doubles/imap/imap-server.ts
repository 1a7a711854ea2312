import { freePort } from '@intervia/testing';
import { ImapFlow } from 'imapflow';
import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface ImapMail {
  uid: number;
  seen: boolean;
  flags: readonly string[];
}

export interface ImapServer {
  /** For IMAP_URL. */
  url: string;
  /** Puts a mail into the inbox, as a delivery does. */
  deliver(source: string): Promise<void>;
  mails(): Promise<readonly ImapMail[]>;
  /** Forgets that the mails were read, as somebody can do by hand. */
  markUnseen(): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const USER = 'reponses';
const PASSWORD = 'secret';
const START_MS = 10_000;
/** Mails never belong to root: Dovecot refuses. */
const NOBODY = 65_534;

interface Owner {
  readonly uid: number;
  readonly gid: number;
  /** Whom Dovecot's own processes run as. */
  readonly internal: string;
  readonly login: string;
}

function ownerOfMails(): Owner {
  const { uid, gid, username } = userInfo();
  if (uid === 0) return { uid: NOBODY, gid: NOBODY, internal: 'dovecot', login: 'dovenull' };
  return { uid, gid, internal: username, login: username };
}

const configuration = (dir: string, port: number, { uid, gid, internal, login }: Owner): string => `
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${internal}
default_login_user = ${login}
first_valid_uid = 1
mail_location = maildir:${dir}/mail
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${dir}/mail
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;

/** Where Debian puts it, which is not on every user's PATH. */
export function dovecotCommand(): string | undefined {
  return ['dovecot', '/usr/sbin/dovecot'].find((command) => !spawnSync(command, ['--version']).error);
}

/** A real IMAP server (Dovecot) with one mailbox, for tests. */
export async function startImapServer(): Promise<ImapServer> {
  const command = dovecotCommand();
  if (!command) throw new Error('No dovecot on this machine: apt-get install dovecot-imapd');
  const dir = await mkdtemp(join(tmpdir(), 'intervia-imap-'));
  const port = await freePort();
  const owner = ownerOfMails();
  const file = join(dir, 'dovecot.conf');
  await mkdir(join(dir, 'mail'));
  await chown(join(dir, 'mail'), owner.uid, owner.gid);
  // Its processes of other users walk through.
  spawnSync('chmod', ['755', dir]);
  await writeFile(file, configuration(dir, port, owner));

  const connection = { host: '127.0.0.1', port, secure: false, auth: { user: USER, pass: PASSWORD } };
  const visit = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({ ...connection, logger: false });
    await client.connect();
    try {
      await client.mailboxOpen('INBOX');
      return await work(client);
    } finally {
      await client.logout();
    }
  };
  const start = () => launch(command, file, join(dir, 'log'), () => visit(async () => undefined));
  let server = await start();
  return {
    url: `imap://${USER}:${PASSWORD}@127.0.0.1:${port}`,
    deliver: (source) =>
      visit(async (client) => {
        await client.append('INBOX', source.replace(/\r?\n/g, '\r\n'), []);
      }),
    mails: () => visit(listMails),
    markUnseen: () =>
      visit(async (client) => {
        await client.messageFlagsRemove('1:*', ['\\Seen']);
      }),
    kill: () => end(server, 'SIGKILL'),
    restart: async () => {
      await end(server, 'SIGTERM');
      server = await start();
    },
    stop: async () => {
      await end(server, 'SIGTERM');
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function listMails(client: ImapFlow): Promise<ImapMail[]> {
  const found = await client.fetchAll('1:*', { flags: true, uid: true });
  return found.map(({ uid, flags = new Set<string>() }) => ({
    uid,
    seen: flags.has('\\Seen'),
    flags: [...flags],
  }));
}

async function launch(
  command: string,
  file: string,
  log: string,
  visit: () => Promise<void>,
): Promise<ChildProcess> {
  const child = spawn(command, ['-F', '-c', file], { stdio: 'ignore' });
  const deadline = performance.now() + START_MS;
  while (performance.now() < deadline && child.exitCode === null) {
    const up = await visit().then(
      () => true,
      () => false,
    );
    if (up) return child;
    await delay(50);
  }
  const said = await readFile(log, 'utf8').catch(() => '');
  throw new Error(`Dovecot did not start: ${said.slice(-2_000)}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
