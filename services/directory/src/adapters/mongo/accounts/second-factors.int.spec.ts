import { eventually } from '@intervia/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import {
  anAttackedAgency,
  ALL,
  ATTACKER,
  HOME,
  MAIL,
  MINUTE,
  NO_PROOF,
  OFFICE,
  OTHER,
  PASSWORD,
} from '../../../testing/attacked-agency.js';

describe('whoever attacks an account with a second factor', () => {
  const { clock, directory, isOpen, attempt, codeOf, signIn, republish, logged } = anAttackedAgency();

  describe('with the password of somebody who has a second factor', () => {
    let secret: string;
    let recovery: string[];
    const code = () => generateSync({ secret, epoch: clock.now().getTime() / 1000 });
    const step = async (origin = OFFICE) => {
      const answer = await attempt(PASSWORD, origin);
      if (!('secondStep' in answer)) throw new Error('no second step was asked for');
      return answer.secondStep.step;
    };
    const finish = (token: string, proof: object, origin = OFFICE) =>
      directory().accounts.finish.execute(token, { ...NO_PROOF, ...proof }, origin);

    beforeEach(async () => {
      const token = await signIn();
      const { factors } = directory().accounts;
      ({ secret } = await factors.startTotp(token));
      expect(await codeOf(factors.enableTotp(token, '000000', OFFICE))).toBe('SECOND_FACTOR_REFUSED');
      recovery = await factors.enableTotp(token, code(), OFFICE);
      clock.advance(MINUTE);
    });

    it('gets no session, and five tries of a code', async () => {
      const token = await step(ATTACKER);
      for (let at = 0; at < 5; at++)
        expect(await codeOf(finish(token, { code: '000000' }, ATTACKER))).toBe('SECOND_FACTOR_REFUSED');
      expect(await codeOf(finish(token, { code: code() }, ATTACKER))).toBe('STEP_EXPIRED');
      expect((await finish(await step(), { code: code() })).session).toMatchObject({ user: { id: 'u1' } });
    });

    it('uses no code a second time, no step a second time, and none that is over', async () => {
      const [first, second] = [await step(), await step()];
      await finish(first, { code: code() });
      expect(await codeOf(finish(first, { code: code() }))).toBe('STEP_EXPIRED');
      expect(await codeOf(finish(second, { code: code() }))).toBe('SECOND_FACTOR_REFUSED');
      clock.advance(6 * MINUTE);
      expect(await codeOf(finish(second, { code: code() }))).toBe('STEP_EXPIRED');
    });

    it('reads the secret of the application nowhere in the database', async () => {
      const stored = await directory().connection.db?.collection('accountSecurities').find().toArray();
      for (const text of [secret, ...recovery]) expect(JSON.stringify(stored)).not.toContain(text);
    });

    it('needs a recovery code, each good for once, however it is typed', async () => {
      expect(recovery).toHaveLength(10);
      const [typed = ''] = recovery;
      await finish(await step(), { recoveryCode: typed.toLowerCase().replaceAll('-', ' ') });
      expect(await codeOf(finish(await step(), { recoveryCode: typed }))).toBe('SECOND_FACTOR_REFUSED');
      const token = (await finish(await step(), { code: code() })).token;
      expect((await directory().accounts.own.account(token)).security.recovery).toHaveLength(9);
      expect(await logged(token)).toContain('recovery-code-used');
    });

    it('gains nothing by a reset: the second factor is asked for all the same', async () => {
      await directory().accounts.reset.request(MAIL, false, OFFICE);
      const notices = directory().accounts.notices.sent;
      await eventually(() => notices.at(-1)?.kind === 'password-reset' || undefined);
      const link = notices.at(-1)?.path.split('#')[1] ?? '';
      await directory().accounts.reset.reset(link, OTHER, false, OFFICE);
      expect(await attempt(OTHER)).toHaveProperty('secondStep');
    });

    it('is let in again by an administrator when everything is lost', async () => {
      await republish({ id: 'u2', mail: 'paul@essais.example', password: PASSWORD });
      const paul = await attempt(PASSWORD, HOME, 'paul@essais.example');
      if ('secondStep' in paul) throw new Error('a second step was asked for');
      const { administer } = directory().accounts;
      expect((await administer.read(paul.token)).team.filter((one) => one.hasSecondFactor)).toHaveLength(1);
      await administer.resetSecondFactor(paul.token, 'u1', HOME);
      await signIn();
    });
  });

  describe('an agency that wants a second factor', () => {
    it('lets who has none do nothing else, from the next look on; clients are not meant', async () => {
      const token = await signIn();
      expect(await directory().getSession.execute(token)).toMatchObject({ secondFactorMissing: false });
      await directory().accounts.administer.save(token, true, OFFICE);
      expect(await directory().getSession.execute(token)).toMatchObject({ secondFactorMissing: true });
      const client = await attempt(PASSWORD, HOME, 'zoe@courriel.example', true);
      expect(client).toMatchObject({ session: { secondFactorMissing: false } });
      const { secret } = await directory().accounts.factors.startTotp(token);
      const code = generateSync({ secret, epoch: clock.now().getTime() / 1000 });
      await directory().accounts.factors.enableTotp(token, code, OFFICE);
      expect(await directory().getSession.execute(token)).toMatchObject({ secondFactorMissing: false });
    });
  });

  describe('sessions that an administrator ends', () => {
    it('are a colleague’s on all devices, or those of everybody but the asking one', async () => {
      const [nadia, phone] = [await signIn(), await signIn(HOME)];
      await republish({ id: 'u2', mail: 'paul@essais.example', password: PASSWORD });
      const asPaul = async () => {
        const answer = await attempt(PASSWORD, HOME, 'paul@essais.example');
        if ('secondStep' in answer) throw new Error('a second step was asked for');
        return answer.token;
      };
      const [paul, other] = [await asPaul(), await asPaul()];
      const client = await attempt(PASSWORD, HOME, 'zoe@courriel.example', true);
      const zoe = 'token' in client ? client.token : '';
      const open = async () => Promise.all([nadia, phone, paul, other, zoe].map(isOpen));
      const { endSessions } = directory().accounts;
      expect(await open()).toEqual([true, true, true, true, true]);
      expect(await endSessions.ofUser(paul, 'u1', HOME)).toBe(2);
      expect(await open()).toEqual([false, false, true, true, true]);
      expect(await endSessions.ofAll(paul, HOME)).toBe(2);
      expect(await open()).toEqual([false, false, true, false, false]);
      expect((await logged(paul)).filter((kind) => kind === 'sessions-ended')).toHaveLength(2);
    });

    it('are those of one client, by the mail that signs in', async () => {
      const nadia = await signIn();
      const client = await attempt(PASSWORD, HOME, 'zoe@courriel.example', true);
      const zoe = 'token' in client ? client.token : '';
      const { endSessions } = directory().accounts;
      expect(await codeOf(endSessions.ofClient(nadia, 'nobody@courriel.example', HOME))).toBe(
        'CLIENT_ACCOUNT_NOT_FOUND',
      );
      expect(await isOpen(zoe)).toBe(true);
      expect(await endSessions.ofClient(nadia, ' Zoe@Courriel.example', HOME)).toBe(1);
      expect(await Promise.all([nadia, zoe].map(isOpen))).toEqual([true, false]);
      clock.advance(20 * MINUTE);
      expect(await codeOf(endSessions.ofClient(nadia, 'zoe@courriel.example', HOME))).toBe(
        'CONFIRMATION_REQUIRED',
      );
    });

    it('are ended by an administrator only, who just proved who it is, of the own agency', async () => {
      const token = await signIn();
      const { endSessions } = directory().accounts;
      expect(await codeOf(endSessions.ofUser(token, 'nobody', HOME))).toBe('USER_NOT_FOUND');
      clock.advance(20 * MINUTE);
      expect(await codeOf(endSessions.ofUser(token, 'u1', HOME))).toBe('CONFIRMATION_REQUIRED');
      expect(await codeOf(endSessions.ofAll(token, HOME))).toBe('CONFIRMATION_REQUIRED');
      await republish({ role: 'manager' });
      expect(await codeOf(endSessions.ofAll(token, HOME))).toBe('FORBIDDEN_ACTION');
      expect(await isOpen(token)).toBe(true);
    });
  });

  describe('the log of security', () => {
    it('is for administrators of the agency, by pages, kinds and persons', async () => {
      const token = await signIn();
      for (let at = 0; at < 7; at++) {
        clock.advance(MINUTE);
        await directory().accounts.administer.record(token, 'exported', `tickets ${String(at)}`, OFFICE);
      }
      const { events, nextCursor } = await directory().accounts.administer.events(token, ALL, '', 5);
      const rest = await directory().accounts.administer.events(token, ALL, nextCursor, 5);
      expect([...events, ...rest.events].map(({ about }) => about).slice(0, 7)).toEqual(
        [6, 5, 4, 3, 2, 1, 0].map((at) => `tickets ${String(at)}`),
      );
      expect(rest.nextCursor).toBe('');
      const exports = await directory().accounts.administer.events(
        token,
        { kinds: ['sign-in'], personId: 'u1' },
        '',
        5,
      );
      expect(exports.events.map(({ kind }) => kind)).toEqual(['sign-in']);
      await republish({ role: 'manager' });
      expect(await codeOf(directory().accounts.administer.events(token, ALL, '', 5))).toBe(
        'FORBIDDEN_ACTION',
      );
    });

    it('holds no token and no password', async () => {
      const token = await signIn();
      await codeOf(attempt('mon secret mal tapé'));
      await directory().accounts.confirm.changePassword(token, PASSWORD, OTHER, OFFICE);
      const stored = JSON.stringify(
        await directory().connection.db?.collection('securityEvents').find().toArray(),
      );
      for (const secret of [token, PASSWORD, OTHER, 'mon secret mal tapé', OFFICE.device])
        expect(stored).not.toContain(`"${secret}"`);
    });
  });
});
