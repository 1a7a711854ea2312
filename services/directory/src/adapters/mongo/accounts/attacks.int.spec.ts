import { eventually } from '@intervia/testing';
import { describe, expect, it } from '@jest/globals';
import {
  anAttackedAgency,
  ALL,
  ATTACKER,
  DAY,
  HOME,
  MAIL,
  MINUTE,
  NO_PROOF,
  NOW,
  OFFICE,
  OTHER,
  PASSWORD,
} from '../../../testing/attacked-agency.js';

describe('whoever attacks an account', () => {
  const { clock, directory, attempt, codeOf, signIn, isOpen, republish, told } = anAttackedAgency();

  describe('by guessing', () => {
    it('locks itself out, never the browser that its owner signed in with before', async () => {
      await signIn(OFFICE);
      for (let at = 0; at < 10; at++)
        expect(await codeOf(attempt('faux', ATTACKER))).toBe('INVALID_CREDENTIALS');
      for (let at = 0; at < 20; at++)
        expect(await codeOf(attempt('faux', ATTACKER))).toBe('TOO_MANY_ATTEMPTS');
      expect(await codeOf(attempt(PASSWORD, ATTACKER))).toBe('TOO_MANY_ATTEMPTS');
      await signIn(OFFICE);
      // Nor somebody at another place, with a new browser.
      await signIn(HOME);
    });

    it('from all places together is stopped too, and the known browser still is not', async () => {
      await signIn(OFFICE);
      const places = Array.from({ length: 30 }, (_, at) => ({
        ...ATTACKER,
        address: `192.0.2.${String(at)}`,
      }));
      const codes: string[] = [];
      for (const place of places)
        for (let at = 0; at < 5; at++) codes.push(await codeOf(attempt('faux', place)));
      expect(codes.filter((code) => code === 'INVALID_CREDENTIALS')).toHaveLength(100);
      await signIn(OFFICE);
    });

    it('behind the agency’s own address does not lock the agency out', async () => {
      await signIn(OFFICE);
      const inside = { ...ATTACKER, address: OFFICE.address };
      for (let at = 0; at < 30; at++)
        await codeOf(attempt('faux', inside, `personne${String(at)}@x.example`));
      await signIn({ device: 'new', address: OFFICE.address, label: 'Chrome sur Windows' });
      for (let at = 0; at < 90; at++)
        await codeOf(attempt('faux', inside, `personne${String(at)}@x.example`));
      expect(await codeOf(attempt('faux', inside, 'autre@x.example'))).toBe('TOO_MANY_ATTEMPTS');
      await signIn(OFFICE);
    });

    it('with a made-up cookie of a device is a stranger', async () => {
      await signIn(OFFICE);
      const codes = [];
      for (let at = 0; at < 12; at++)
        codes.push(await codeOf(attempt('faux', { ...ATTACKER, device: `made-up-${String(at)}` })));
      expect(codes.slice(10)).toEqual(['TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    });

    it('fills no log: one entry a quarter of an hour and place, with its count', async () => {
      const token = await signIn(OFFICE);
      for (let at = 0; at < 14; at++) await codeOf(attempt('faux', ATTACKER));
      const { events } = await directory().accounts.administer.events(token, ALL, '', 50);
      expect(events.map(({ kind, times }) => [kind, times])).toEqual(
        expect.arrayContaining([
          ['sign-in-failed', 10],
          ['locked', 4],
        ]),
      );
      expect(events).toHaveLength(3);
      expect(events.find(({ kind }) => kind === 'locked')).toMatchObject({
        person: { id: 'u1', kind: 'user' },
        origin: { address: ATTACKER.address, label: ATTACKER.label },
      });
    });
  });

  describe('with a stolen session', () => {
    it('loses it when the password is changed, on every device but the one that changed it', async () => {
      const [stolen, own] = [await signIn(HOME), await signIn(OFFICE)];
      await directory().accounts.confirm.changePassword(own, PASSWORD, OTHER, OFFICE);
      expect([await isOpen(stolen), await isOpen(own)]).toEqual([false, true]);
      expect(await codeOf(attempt(PASSWORD))).toBe('INVALID_CREDENTIALS');
      await signIn(OFFICE, OTHER);
      expect(told()).toContain('password-changed');
    });

    it('cannot change the password without knowing it, nor set up a second factor later on', async () => {
      const token = await signIn();
      const { confirm, factors } = directory().accounts;
      expect(await codeOf(confirm.changePassword(token, 'faux', OTHER, OFFICE))).toBe('CONFIRMATION_REFUSED');
      clock.advance(16 * MINUTE);
      expect(await codeOf(factors.startTotp(token))).toBe('CONFIRMATION_REQUIRED');
      expect(await codeOf(factors.startPasskey(token))).toBe('CONFIRMATION_REQUIRED');
      expect(await codeOf(directory().accounts.administer.save(token, true, OFFICE))).toBe(
        'CONFIRMATION_REQUIRED',
      );
      await confirm.execute(token, { ...NO_PROOF, password: PASSWORD }, OFFICE);
      expect((await factors.startTotp(token)).secret).toMatch(/^[A-Z2-7]{32}$/);
    });

    it('tries no passwords by confirming either', async () => {
      const token = await signIn();
      const tries = [];
      for (let at = 0; at < 11; at++)
        tries.push(
          await codeOf(directory().accounts.confirm.execute(token, { ...NO_PROOF, password: 'x' }, OFFICE)),
        );
      expect(tries.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    });

    it('keeps it thirty days at most, however much it is used', async () => {
      const token = await signIn();
      for (let day = 0; day < 59; day++) {
        clock.advance(12 * 60 * MINUTE - MINUTE);
        expect(await isOpen(token)).toBe(true);
      }
      clock.set(new Date(NOW.getTime() + 30 * DAY));
      expect(await isOpen(token)).toBe(false);
    });

    it('is seen in the list of sessions and thrown out, alone or with all others', async () => {
      const { own } = directory().accounts;
      const [first, second, third] = [await signIn(OFFICE), await signIn(HOME), await signIn(ATTACKER)];
      const listed = await own.list(first);
      expect(listed.map(({ address, current }) => [address, current])).toEqual(
        expect.arrayContaining([
          [OFFICE.address, true],
          [HOME.address, false],
          [ATTACKER.address, false],
        ]),
      );
      const strange = listed.find(({ address }) => address === ATTACKER.address);
      expect(await own.end(first, strange?.publicId ?? '', OFFICE)).toBe(1);
      expect([await isOpen(second), await isOpen(third)]).toEqual([true, false]);
      expect(await own.end(first, '', OFFICE)).toBe(1);
      expect([await isOpen(first), await isOpen(second)]).toEqual([true, false]);
    });

    it('cannot end somebody else’s sessions by their ids', async () => {
      await republish({ id: 'u2', mail: 'paul@essais.example', password: PASSWORD });
      const paul = await attempt(PASSWORD, HOME, 'paul@essais.example');
      if ('secondStep' in paul) throw new Error('a second step was asked for');
      const [his] = await directory().accounts.own.list(paul.token);
      const token = await signIn();
      expect(await directory().accounts.own.end(token, his?.publicId ?? '', OFFICE)).toBe(0);
      expect(await isOpen(paul.token)).toBe(true);
    });

    it('is told of to the owner when it comes from a new browser', async () => {
      await signIn(OFFICE);
      expect(told()).toEqual([]);
      await signIn({ ...OFFICE, device: 'lost its cookies' });
      expect(told()).toEqual([]);
      await signIn(ATTACKER);
      expect(directory().accounts.notices.sent).toMatchObject([
        { kind: 'new-device', mail: MAIL, path: '/account', origin: { address: ATTACKER.address } },
      ]);
    });
  });

  describe('by “mot de passe oublié”', () => {
    const asked = async (mail = MAIL, client = false) => {
      const before = directory().accounts.notices.sent.length;
      await directory().accounts.reset.request(mail, client, ATTACKER);
      // What is sent is sent behind the answer's back.
      await eventually(() => directory().accounts.notices.sent.length > before || undefined);
      return directory().accounts.notices.sent.at(-1)?.path.split('#')[1] ?? '';
    };
    const reset = (token: string, password = OTHER, client = false) =>
      codeOf(directory().accounts.reset.reset(token, password, client, HOME));

    it('sets a password once, ends all sessions, and leaves no token in the database', async () => {
      const token = await signIn();
      const link = await asked();
      const stored = await directory().connection.db?.collection('accountSecurities').find().toArray();
      expect(JSON.stringify(stored)).not.toContain(link);
      expect(await reset(link, 'court')).toBe('PASSWORD_TOO_SHORT');
      expect(await reset(link)).toBe('OK');
      expect(await reset(link)).toBe('RESET_EXPIRED');
      expect(await isOpen(token)).toBe(false);
      await signIn(OFFICE, OTHER);
    });

    it('finds an old link, a guessed one and one of the other kind of account closed', async () => {
      const link = await asked();
      expect(await reset(link, OTHER, true)).toBe('RESET_EXPIRED');
      expect(await reset('guessed')).toBe('RESET_EXPIRED');
      clock.advance(31 * MINUTE);
      expect(await reset(link)).toBe('RESET_EXPIRED');
    });

    it('works for a client, whose sessions end too', async () => {
      const answer = await attempt(PASSWORD, HOME, 'zoe@courriel.example', true);
      if ('secondStep' in answer) throw new Error('a second step was asked for');
      const link = await asked('zoe@courriel.example', true);
      expect(directory().accounts.notices.sent.at(-1)?.path).toMatch(/^\/client\/password#/);
      expect(await reset(link, OTHER, true)).toBe('OK');
      expect(await isOpen(answer.token)).toBe(false);
    });

    it('learns nothing of who has an account, and floods no mailbox', async () => {
      await directory().accounts.reset.request('nobody@x.example', false, ATTACKER);
      for (let at = 0; at < 3; at++) await asked();
      expect(await codeOf(directory().accounts.reset.request(MAIL, false, HOME))).toBe('TOO_MANY_ATTEMPTS');
      expect(told().filter((kind) => kind === 'password-reset')).toHaveLength(3);
    });

    it('cannot choose what everybody knows', async () => {
      for (const [password, code] of [
        ['Password1234!', 'PASSWORD_BREACHED'],
        ['elodie.garnier1', 'PASSWORD_PERSONAL'],
        ['123456789012', 'PASSWORD_BREACHED'],
      ] as const)
        expect(
          await codeOf(
            directory().accounts.confirm.changePassword(await signIn(), PASSWORD, password, OFFICE),
          ),
        ).toBe(code);
    });
  });

  it('does not get the old password back when LSC publishes it again; a new one of LSC counts', async () => {
    const token = await signIn();
    await directory().accounts.confirm.changePassword(token, PASSWORD, OTHER, OFFICE);
    await republish({ password: PASSWORD });
    expect(await isOpen(token)).toBe(true);
    expect(await codeOf(attempt(PASSWORD))).toBe('INVALID_CREDENTIALS');
    await republish({ password: 'nouveau de LSC' });
    await signIn(OFFICE, 'nouveau de LSC');
  });

  it('whose rights are withdrawn is told of at once, as is the end of its sessions', async () => {
    const token = await signIn();
    const access = () => directory().heard.events.filter(({ type }) => type.endsWith('AccessChanged')).length;
    const settled = async (count: number) => {
      await eventually(() => access() >= count || undefined);
      return access();
    };
    const before = access();
    await republish({ name: 'Élodie Garnier-Roux' });
    await republish({ role: 'manager' });
    expect(await settled(before + 1)).toBe(before + 1);
    await directory().accounts.own.list(token);
    await directory().signOut.execute(token, OFFICE);
    expect(await settled(before + 2)).toBe(before + 2);
  });
});
