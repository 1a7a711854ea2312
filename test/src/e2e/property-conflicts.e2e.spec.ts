import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AccountKind, LeaseKind as LetAs, PartyKind as PersonOrCompany } from '@intervia/contracts';
import { FileKind, FinalSaveState, UnitSource } from '@intervia/contracts/property';
import type { FinalSave } from '@intervia/contracts/property';
import { eventually, startMongo, startNats } from '@intervia/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../platform/api-client.js';
import { AGENCY, caller, startPropertyStack } from '../property/property-stack.js';
import type { PropertyStack } from '../property/property-stack.js';
import { codesOf, made } from '../property/made.js';
import { callsAs, snapshot } from '../property/other-agency.js';
import {
  aMandate,
  aTenant,
  context,
  dayFrom,
  ended,
  fill,
  loginOf,
  publishAgency,
  typedIn,
} from '../property/sitting.js';
import type { Sitting } from '../property/sitting.js';

const { PARTY, ACCOUNT, UNIT, MANDATE, LEASE } = FileKind;
const AT_ONCE = 50;
/** Of those at once, so many bear one name. */
const NAMESAKES = 10;

interface Fault {
  step: string;
  finding: { path: string; code: string; detail: string };
}
interface SaveJson {
  state: string;
  faults: Fault[];
}

describe('the wizards over real services', () => {
  let stack: PropertyStack;
  let elodie: ApiClient;
  let marc: ApiClient;
  const endings: (() => Promise<unknown>)[] = [];

  const now = () => stack.clock.now();

  async function make(sitting: Sitting): Promise<FinalSave> {
    const draftId = await fill(stack, sitting);
    await stack.drafts.saveFinally({ context: context(), draftId });
    const save = await ended(stack, draftId);
    expect([save.state, save.faults]).toEqual([FinalSaveState.DONE, []]);
    return save;
  }

  /** "Enregistrer" over HTTP, as the screen does it. */
  const save = (draftId: string): Promise<SaveJson> =>
    elodie.post(`/api/property/drafts/${draftId}/final-save`, {});

  /** Nothing that was typed is lost: the draft is there with all its steps. */
  async function expectKept(draftId: string, steps: number): Promise<void> {
    const { draft } = await stack.drafts.getDraft({ caller, draftId });
    expect(draft?.steps.filter(({ content }) => content?.form.case !== undefined)).toHaveLength(steps);
  }

  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'intervia-property-'));
    endings.unshift(() => rm(folder, { recursive: true, force: true }));
    const [nats, mongo] = await Promise.all([startNats(), startMongo()]);
    endings.unshift(
      () => nats.stop(),
      () => mongo.stop(),
    );
    stack = await startPropertyStack({
      nats: nats.url,
      mongo: { directory: mongo.uri, 'property-wizards': mongo.uri },
      folder,
    });
    endings.unshift(() => stack.stop());
    stack.addReplica('property-wizards');
    await publishAgency(stack);
    await publishAgency(stack, 'a2');
    const url = await stack.addGateway();
    elodie = await ApiClient.signIn(url, loginOf(1));
    marc = await ApiClient.signIn(url, loginOf(2));
  }, 180_000);

  afterAll(async () => {
    for (const end of endings) await end();
  }, 60_000);

  it('makes 50 mandates at once, over two replicas: no gap, no double, a chain that holds', async () => {
    const names = Array.from(
      { length: AT_ONCE },
      (_, at) => `Famille ${'abcde'[at % (AT_ONCE / NAMESAKES)] ?? ''}`,
    );
    const drafts: string[] = [];
    for (let at = 0; at < AT_ONCE; at += NAMESAKES) {
      const some = names.slice(at, at + NAMESAKES);
      drafts.push(...(await Promise.all(some.map((name) => fill(stack, aMandate(now(), name))))));
    }
    await Promise.all(
      drafts.map((draftId) =>
        // A service that has enough to do says so, and is asked again.
        eventually(() => stack.drafts.saveFinally({ context: context(draftId), draftId }), {
          timeoutMs: 90_000,
          intervalMs: 200,
        }),
      ),
    );
    const saves = await Promise.all(drafts.map((draftId) => ended(stack, draftId, 90_000)));
    expect(saves.map(({ state, faults }) => [state, faults])).toEqual(
      saves.map(() => [FinalSaveState.DONE, []]),
    );
    const numbers = saves.map(({ mandateNumber }) => Number(mandateNumber));
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers.map((_, at) => at + 1));
    const verified = await stack.register.verify({ caller, cardId: 'k1' });
    expect(verified).toMatchObject({ entries: AT_ONCE, faults: [] });
    const codes = await codesOf(stack, saves);
    for (const [kind, values] of Object.entries(codes)) {
      expect([kind, values.length, new Set(values).size]).toEqual([kind, AT_ONCE, AT_ONCE]);
    }
  }, 240_000);

  describe('tells conflicts in French at their field, and loses nothing', () => {
    it('two people on one step of one draft', async () => {
      const draftId = await fill(stack, aMandate(now(), 'Deux Mains'));
      const content = { owner: { party: { kind: 'PERSON', name: 'Deux Mains', firstName: 'Anne' } } };
      const first = await elodie.send('PUT', `/api/property/drafts/${draftId}/steps`, {
        content,
        baseVersion: 1,
      });
      expect(first.status).toBe(200);
      const late = await marc.send('PUT', `/api/property/drafts/${draftId}/steps`, {
        content: { owner: { party: { kind: 'PERSON', name: 'Deux Mains', firstName: 'Marc' } } },
        baseVersion: 1,
      });
      expect(late.status).toBe(409);
      const told = (await late.json()) as { code: string; detail: string };
      expect(told.code).toBe('STEP_CHANGED');
      expect(told.detail).toMatch(/Élodie Garnier/u);
      const { draft } = await stack.drafts.getDraft({ caller, draftId });
      const [owner] = draft?.steps ?? [];
      expect(owner?.content?.form).toMatchObject({ value: { party: { firstName: 'Anne' } } });
    });

    it('a unit that was let meanwhile', async () => {
      const unitId = made(await make(aMandate(now(), 'Bailleur Un')), UNIT);
      const draftId = await fill(stack, aTenant(now(), unitId, 'Arrivant'));
      await stack.directory.publish({
        agencyId: AGENCY,
        partyFiles: [
          { id: 'other', code: 'AUTRE', kind: PersonOrCompany.PERSON, lastName: 'Autre', firstName: 'Awa' },
        ],
        accounts: [
          { id: 'other-411', kind: AccountKind.TENANT, entityId: 'e1', number: '411AUTRE', partyId: 'other' },
        ],
        leases: [
          {
            id: 'other-lease',
            unitId,
            accountId: 'other-411',
            kind: LetAs.UNFURNISHED,
            effectOn: dayFrom(now(), 1),
          },
        ],
      });
      const { state, faults } = await save(draftId);
      expect(state).toBe('REFUSED');
      expect(faults.map(({ finding }) => finding.code)).toContain('UNIT_LET_MEANWHILE');
      expect(faults[0]?.finding.detail).toMatch(/lou|bail/iu);
      await expectKept(draftId, 6);
    });

    it.each([
      [
        'a party’s code',
        'owner',
        { party: { code: { value: 'PRISE', typed: true } } },
        'PARTY_CODE_TAKEN',
        'party.code',
      ],
      [
        'a mandate’s number',
        'mandate',
        { number: { value: 'M-77', typed: true } },
        'MANDATE_NUMBER_TAKEN',
        'number',
      ],
    ] as const)('%s that another took', async (_, step, patch, code, path) => {
      const first = aMandate(now(), `Premier ${step}`);
      const second = aMandate(now(), `Second ${step}`);
      const drafts = await Promise.all([
        fill(stack, typedIn(first, step, patch)),
        fill(stack, typedIn(second, step, patch)),
      ]);
      expect((await save(drafts[0])).state).toBe('DONE');
      const { state, faults } = await save(drafts[1]);
      expect([state, faults.map(({ finding }) => [finding.code, finding.path])]).toEqual([
        'REFUSED',
        [[code, path]],
      ]);
      expect(faults[0]?.finding.detail).toMatch(/déjà/u);
      await expectKept(drafts[1], 4);
    });

    it('a syndic unit that LSC has withdrawn', async () => {
      const unit = {
        id: 'syndic-lot',
        buildingId: 'copro',
        rcpNumber: '4',
        planNumber: 'S4',
        physicalCode: 'COPRO-4',
        managementCode: 'COPRO-S4',
      };
      const buildingFiles = [
        {
          id: 'copro',
          code: 'COPRO',
          name: 'Copropriété des Quais',
          address: { line: '1 quai Claude-Bernard' },
          syndic: true,
        },
      ];
      await stack.directory.publish({ agencyId: AGENCY, buildingFiles, unitFiles: [unit] });
      const sitting = aMandate(now(), 'Repreneur');
      const taken: Sitting = {
        ...sitting,
        forms: sitting.forms.map(({ form, itemId }) =>
          form?.case === 'unit'
            ? {
                itemId,
                form: { case: 'unit', value: { unit: { source: UnitSource.SYNDIC, unitId: unit.id } } },
              }
            : { form, itemId },
        ),
      };
      const draftId = await fill(stack, taken);
      await stack.directory.publish({ agencyId: AGENCY, unitFiles: [{ ...unit, withdrawn: true }] });
      const { state, faults } = await save(draftId);
      expect([state, faults.map(({ step, finding }) => [step, finding.code])]).toEqual([
        'REFUSED',
        [['UNIT', 'SYNDIC_UNIT_WITHDRAWN']],
      ]);
      expect(faults[0]?.finding.detail).toMatch(/syndic|retir/iu);
      await expectKept(draftId, 4);
    });
  });

  it('previews the first rent call to the cent as the final save makes it', async () => {
    const unitId = made(await make(aMandate(now(), 'Bailleur Quittance')), UNIT);
    const sitting = aTenant(now(), unitId, 'Quittance');
    const draftId = await fill(stack, sitting);
    const { steps } = await elodie.get<{ steps: { step: string; content: { rentCall?: object } }[] }>(
      `/api/property/drafts/${draftId}`,
    );
    const step = steps.find((one) => one.step === 'RENT_CALL')?.content.rentCall;
    const preview = await elodie.post<{ totalCents: number; lines: { amountCents: number }[] }>(
      '/api/property/first-call',
      { step },
    );
    expect(preview.lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(preview.totalCents);
    expect((await save(draftId)).state).toBe('DONE');
    const { save: done } = await stack.drafts.getFinalSave({ caller, draftId });
    const { rentCalls } = await stack.files.listRentCalls({ caller, leaseId: made(done!, LEASE), limit: 5 });
    expect(rentCalls.map(({ totalCents }) => totalCents)).toEqual([preview.totalCents]);
  }, 120_000);

  it('shows another agency nothing at any method, whatever ids it knows, and lets it change nothing', async () => {
    const mandate = await make(aMandate(now(), 'Maison Secrète'));
    const tenant = await make(aTenant(now(), made(mandate, UNIT), 'Locataire Secret'));
    const draftId = await fill(stack, aMandate(now(), 'Brouillon Secret'));
    const ids: Record<string, string> = {
      draftId,
      unitId: made(mandate, UNIT),
      unitIds: made(mandate, UNIT),
      mandateId: made(mandate, MANDATE),
      mandateIds: made(mandate, MANDATE),
      accountId: made(mandate, ACCOUNT),
      accountIds: made(mandate, ACCOUNT),
      partyId: made(mandate, PARTY),
      partyIds: made(mandate, PARTY),
      buildingId: made(mandate, FileKind.BUILDING),
      buildingIds: made(mandate, FileKind.BUILDING),
      ownerId: made(mandate, PARTY),
      leaseId: made(tenant, LEASE),
      leaseIds: made(tenant, LEASE),
      itemId: 'i1',
      search: 'secret',
      on: dayFrom(now(), 0),
      until: dayFrom(now(), 800),
    };
    const foreign = { ...caller, agencyId: 'a2' };
    const before = await snapshot(stack, ids);
    for (const [method, answer] of await callsAs(foreign, stack, ids)) {
      const told = Object.values(ids).filter((id) => id.length > 10 && answer.includes(id));
      expect([method, told, /secr/iu.test(answer)]).toEqual([method, [], false]);
    }
    expect(await snapshot(stack, ids)).toEqual(before);
  }, 120_000);
});
