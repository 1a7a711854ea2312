import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Access } from '../../../domain/accounts/access.js';
import { aPublication, aPublishedUser } from '../../../testing/builders.js';
import { anAttackedAgency, HOME, OFFICE, PASSWORD } from '../../../testing/attacked-agency.js';

const NOTHING = { view: false, create: false, edit: false, delete: false, reopen: false };
const READS: Access = { syndic: { ...NOTHING, view: true }, gerance: NOTHING };
const COLLEAGUE = 'claire@essais.example';

describe('what an agency decides of its roles', () => {
  const { directory, attempt, codeOf, signIn, logged } = anAttackedAgency();
  const access = () => directory().accounts.controlAccess;
  const rightsOf = async (token: string) => {
    const session = await directory().getSession.execute(token);
    if (!('user' in session)) throw new Error('a client');
    return session.user;
  };
  const signInColleague = async () => {
    const answer = await attempt(PASSWORD, HOME, COLLEAGUE);
    if ('secondStep' in answer) throw new Error('a second step was asked for');
    return answer.token;
  };

  beforeEach(async () => {
    const colleague = aPublishedUser({ id: 'u2', mail: COLLEAGUE, password: PASSWORD, role: 'accountant' });
    await directory().publish.execute(aPublication({ users: [colleague] }));
  });

  it('counts at once for whoever has the role, in a session that is open and in lists, and for nobody else', async () => {
    const [token, colleague] = [await signIn(), await signInColleague()];
    const before = await rightsOf(colleague);
    await access().save(token, { version: 0, role: 'accountant', access: READS }, OFFICE);
    expect(await rightsOf(colleague)).toMatchObject(READS);
    const users = await directory().listUsers.execute('a1');
    expect(users.find(({ id }) => id === 'u2')).toMatchObject(READS);
    expect(users.find(({ id }) => id === 'u1')?.syndic).toEqual((await rightsOf(token)).syndic);
    await access().save(token, { version: 1, role: 'accountant' }, OFFICE);
    expect(await rightsOf(colleague)).toEqual(before);
    expect(await logged(token)).toContain('settings-changed');
  });

  it('outlives a publication of LSC', async () => {
    const [token, colleague] = [await signIn(), await signInColleague()];
    await access().save(token, { version: 0, role: 'accountant', access: READS }, OFFICE);
    const again = aPublishedUser({ id: 'u2', mail: COLLEAGUE, role: 'accountant' });
    await directory().publish.execute(aPublication({ users: [again] }));
    expect(await rightsOf(colleague)).toMatchObject(READS);
  });

  it('tells open screens, also when it is repeated after a death in between', async () => {
    const token = await signIn();
    const decision = { version: 0, role: 'accountant', access: READS } as const;
    await access().save(token, decision, OFFICE);
    const told = directory().heard.events.length;
    await access().save(token, decision, OFFICE);
    expect(directory().heard.events.length).toBeGreaterThan(told);
    expect((await access().read(token)).control.version).toBe(1);
  });

  it('is one administrator’s at a time: the second is told', async () => {
    const token = await signIn();
    const wider: Access = { ...READS, gerance: READS.syndic };
    const answers = await Promise.all(
      [READS, wider].map((chosen) =>
        codeOf(access().save(token, { version: 0, role: 'assistant', access: chosen }, OFFICE)),
      ),
    );
    expect(answers.sort()).toEqual(['ACCESS_CHANGED_MEANWHILE', 'OK']);
  });

  it('is refused to others, and without the right to see what is acted upon', async () => {
    const [token, colleague] = [await signIn(), await signInColleague()];
    const decision = { version: 0, role: 'accountant', access: READS } as const;
    expect(await codeOf(access().save(colleague, decision, HOME))).toBe('FORBIDDEN_ACTION');
    expect(await codeOf(access().read(colleague))).toBe('FORBIDDEN_ACTION');
    const blind = { ...READS, gerance: { ...NOTHING, edit: true } };
    expect(await codeOf(access().save(token, { ...decision, access: blind }, OFFICE))).toBe(
      'ACCESS_WITHOUT_VIEW',
    );
  });
});
