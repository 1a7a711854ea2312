import { FixedClock } from '@intervia/clock';
import type { MongoServer } from '@intervia/testing';
import { startMongo } from '@intervia/testing';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { aParty, aPublication, aPublishedClient, aPublishedUser, anAgency } from './builders.js';
import type { DirectoryOnMongo } from './directory-on-mongo.js';
import { directoryOnMongo } from './directory-on-mongo.js';

export const NOW = FixedClock.at('2026-03-02T09:00:00Z').now();
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const PASSWORD = 'un cheval correct';
export const OTHER = 'le toit du voisin';
export const MAIL = 'elodie@essais.example';
export const OFFICE = { device: 'office', address: '203.0.113.7', label: 'Firefox sur Windows' };
export const HOME = { device: 'home', address: '198.51.100.9', label: 'Safari sur Mac' };
export const ATTACKER = { device: '', address: '192.0.2.66', label: 'Navigateur inconnu' };
export const NO_PROOF = { password: '', code: '', recoveryCode: '', passkey: '' };
export const ALL = { kinds: [], personId: '' };

/** An agency with an administrator and a client, fresh before each test, and what whoever attacks them may try. */
export function anAttackedAgency() {
  let mongo: MongoServer;
  let directory: DirectoryOnMongo;
  const clock = new FixedClock(NOW);

  beforeAll(async () => {
    mongo = await startMongo();
    directory = await directoryOnMongo(mongo.uri, clock);
  }, 60_000);
  beforeEach(async () => {
    clock.set(NOW);
    await Promise.all(Object.values(directory.connection.models).map((model) => model.deleteMany({})));
    directory.accounts.notices.sent.length = 0;
    await directory.publish.execute(
      aPublication({
        agency: anAgency(),
        parties: [aParty()],
        users: [aPublishedUser({ password: PASSWORD, role: 'administrator' })],
        clients: [aPublishedClient({ mail: 'zoe@courriel.example', password: PASSWORD })],
      }),
    );
  });
  afterAll(async () => {
    await directory.connection.close();
    await mongo.stop();
  });

  const attempt = (password: string, origin = OFFICE, mail = MAIL, client = false) =>
    directory.signIn.execute({ mail, password, client, origin });
  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'OK',
      (error: { code: string }) => error.code,
    );
  const signIn = async (origin = OFFICE, password = PASSWORD) => {
    const answer = await attempt(password, origin);
    if ('secondStep' in answer) throw new Error('a second step was asked for');
    return answer.token;
  };
  const isOpen = (token: string) =>
    directory.getSession.execute(token).then(
      () => true,
      () => false,
    );
  const republish = (user: Parameters<typeof aPublishedUser>[0]) =>
    directory.publish.execute(aPublication({ users: [aPublishedUser({ role: 'administrator', ...user })] }));
  const told = () => directory.accounts.notices.sent.map(({ kind }) => kind);
  const logged = async (token: string) =>
    (await directory.accounts.administer.events(token, ALL, '', 200)).events.map(({ kind }) => kind);

  return { clock, directory: () => directory, attempt, codeOf, signIn, isOpen, republish, told, logged };
}
