import type { MongoServer } from '@intervia/testing';
import { eventually, startMongo } from '@intervia/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { RentCallStep, TenantAccountStep } from './domain/forms/tenant-forms.js';
import { aKnownUnit, aParty, aUnit, mandateForms, tenantForms } from './testing/builders.js';
import { actor, aHouse, other } from './testing/house.js';
import type { House } from './testing/house.js';

describe('drafts and their conflicts', () => {
  let mongo: MongoServer;
  let house: House;

  beforeAll(async () => {
    mongo = await startMongo();
  }, 60_000);

  beforeEach(async () => {
    house = await aHouse(mongo.uri);
  });

  afterEach(() => house.stop());

  afterAll(async () => {
    await mongo.stop();
  }, 60_000);

  describe('conflicts are told and lose nothing', () => {
    it('a typed party code that was taken meanwhile', async () => {
      const party = aParty({ code: { value: 'ROY', typed: true } });
      const id = await house.fill('MANDATE', { ...mandateForms(), OWNER: { party } });
      house.files.take({ kind: 'PARTY_CODE', scope: '', value: 'ROY' });
      const { save } = await house.finalSave.execute(actor, id, 'c1');
      expect(save).toMatchObject({
        state: 'REFUSED',
        faults: [{ step: 'OWNER', finding: { path: 'party.code', code: 'PARTY_CODE_TAKEN' } }],
      });
      const { draft } = await house.handler.get(actor, id);
      expect(draft.steps.find(({ step }) => step === 'OWNER')?.form).toMatchObject({
        party: { name: 'Lemoine' },
      });
      const owner = { party: aParty({ code: { value: 'ROY2', typed: true } }) };
      const saved = {
        step: 'OWNER' as const,
        form: owner,
        itemId: '',
        unread: {},
        baseVersion: 1,
        next: true,
        commandId: 'x',
      };
      await house.saveStep.execute(actor, id, saved);
      expect((await house.finalSave.execute(actor, id, 'c2')).save.state).toBe('DONE');
    });

    it('a unit let meanwhile', async () => {
      const id = await house.fill('TENANT', tenantForms());
      house.files.letMeanwhile.add('l1');
      const { save } = await house.finalSave.execute(actor, id, 'c1');
      expect(save.faults).toMatchObject([
        { step: 'LEASE', finding: { path: 'effectOn', code: 'UNIT_LET_MEANWHILE' } },
      ]);
      expect(house.files.visible.size).toBe(0);
    });

    it('a syndic unit that was withdrawn', async () => {
      const unit = aUnit({ source: 'SYNDIC', unitId: 'syndic1' });
      house.files.known.units.set('syndic1', aKnownUnit({ id: 'syndic1', mandateId: '' }));
      const id = await house.fill('MANDATE', { ...mandateForms(), UNIT: { unit } });
      house.files.known.units.delete('syndic1');
      const { save } = await house.finalSave.execute(actor, id, 'c1');
      expect(save.faults).toMatchObject([
        { step: 'UNIT', itemId: 'i1', finding: { code: 'SYNDIC_UNIT_WITHDRAWN' } },
      ]);
    });

    it('two people on one step', async () => {
      const id = await house.mandate();
      const step = {
        step: 'OWNER' as const,
        form: mandateForms('Roy').OWNER,
        itemId: '',
        unread: {},
        next: true,
      };
      await house.saveStep.execute(other, id, { ...step, baseVersion: 1, commandId: 'o1' });
      const late = house.saveStep.execute(actor, id, { ...step, baseVersion: 1, commandId: 'o2' });
      await expect(late).rejects.toMatchObject({
        code: 'STEP_CHANGED',
        params: { by: 'Marc Petit', version: '2' },
      });
      // The answer that was lost is the same when it is asked for again.
      const again = await house.saveStep.execute(other, id, { ...step, baseVersion: 1, commandId: 'o1' });
      expect(again.step.state.version).toBe(2);
    });
  });

  describe('drafts', () => {
    it('of a unit are one, whoever asks', async () => {
      const first = await house.handler.create(actor, {
        wizard: 'TENANT',
        unitIds: ['l1'],
        mandateId: '',
        commandId: 'n1',
      });
      const second = await house.handler.create(other, {
        wizard: 'TENANT',
        unitIds: ['l1'],
        mandateId: '',
        commandId: 'n2',
      });
      expect(second[0]?.draft.id).toBe(first[0]?.draft.id);
    });

    it('answer a save with what the steps after it propose by then', async () => {
      const chosen = { wizard: 'TENANT' as const, unitIds: ['l1'], mandateId: '', commandId: 'n1' };
      const [made] = await house.handler.create(actor, chosen);
      const { TENANT_ACCOUNT: account, RENT_CALL: call } = tenantForms();
      const saved = { itemId: '', unread: {}, baseVersion: 0, next: true };
      const save = (step: 'TENANT_ACCOUNT' | 'RENT_CALL', form: TenantAccountStep | RentCallStep) =>
        house.saveStep.execute(actor, made!.draft.id, { ...saved, step, form, commandId: step });
      await save('TENANT_ACCOUNT', { ...account, kind: 'COMMERCIAL' });
      const { others } = await save('RENT_CALL', call);
      expect(others.find(({ state }) => state.step === 'LEASE')?.state).toMatchObject({
        version: 0,
        form: { effectOn: call.from, index: 'ILC', lengthMonths: 108 },
      });
    });

    it('are listed once a step was validated, resume where they stopped, and go by the bin', async () => {
      const [made] = await house.handler.create(actor, {
        wizard: 'MANDATE',
        unitIds: [],
        mandateId: '',
        commandId: 'n1',
      });
      const id = made!.draft.id;
      const page = { cursor: '', limit: 20 };
      expect((await house.handler.list(other, 'MANDATE', page)).drafts).toEqual([]);
      const step = {
        step: 'OWNER' as const,
        form: mandateForms().OWNER,
        itemId: '',
        unread: {},
        baseVersion: 0,
        next: true,
        commandId: 's',
      };
      await house.saveStep.execute(actor, id, step);
      expect((await house.handler.list(other, 'MANDATE', page)).drafts).toMatchObject([
        { id, resumeStep: 'OWNER_ACCOUNT', title: 'LEMOINE Jeanne' },
      ]);
      await house.handler.enter(other, id, 'OWNER_ACCOUNT');
      expect((await house.handler.enter(actor, id, 'OWNER')).presences.map(({ user }) => user.name)).toEqual([
        'Marc Petit',
        'Élodie Garnier',
      ]);
      await house.handler.delete(actor, id);
      await house.handler.delete(actor, id);
      expect((await house.handler.list(other, 'MANDATE', page)).drafts).toEqual([]);
    });

    it('tell who comes and who goes, once', async () => {
      const id = await house.mandate();
      const told = (): string[] =>
        house.heard.events
          .map(({ type }) => type.split('.').at(-1) ?? '')
          .filter((type) => type !== 'DraftStepValidated');
      await house.handler.enter(other, id, 'OWNER');
      // Still there: on another step, and half a minute later.
      await house.handler.enter(other, id, 'MANDATE');
      house.clock.advance(30_000);
      await house.handler.enter(other, id, 'MANDATE');
      await house.handler.leave(other, id);
      await house.handler.leave(other, id);
      expect((await house.drafts.find('a1', id))?.presences).toEqual([]);
      await house.handler.leave(other, id);
      await house.handler.leave(other, id);
      // Whoever was not heard of for longer comes anew.
      await house.handler.enter(actor, id, 'OWNER');
      house.clock.advance(60_000);
      await house.handler.enter(actor, id, 'OWNER');
      await eventually(() => told().length >= 4 || undefined);
      expect(told()).toEqual(['DraftEntered', 'DraftLeft', 'DraftEntered', 'DraftEntered']);
    });

    it('of another agency are not there', async () => {
      const id = await house.mandate();
      const stranger = { ...actor, agencyId: 'a2' };
      await expect(house.handler.get(stranger, id)).rejects.toMatchObject({ code: 'DRAFT_NOT_FOUND' });
      await expect(house.finalSave.execute(stranger, id, 'c')).rejects.toMatchObject({
        code: 'DRAFT_NOT_FOUND',
      });
      await house.handler.delete(stranger, id);
      expect(await house.drafts.find('a1', id)).toBeDefined();
    });

    it('are bounded', async () => {
      const [made] = await house.handler.create(actor, {
        wizard: 'MANDATE',
        unitIds: [],
        mandateId: '',
        commandId: 'n1',
      });
      const party = aParty({ mails: Array.from({ length: 3_000 }, () => 'x'.repeat(100)) });
      const step = {
        step: 'OWNER' as const,
        form: { party },
        itemId: '',
        unread: {},
        baseVersion: 0,
        next: false,
        commandId: 's',
      };
      await expect(house.saveStep.execute(actor, made!.draft.id, step)).rejects.toMatchObject({
        code: 'DRAFT_TOO_LARGE',
      });
    });
  });
});
