import type { DescMessage } from '@bufbuild/protobuf';
import { create, fromBinary, toBinary } from '@bufbuild/protobuf';
import { StagedFileSchema } from '@intervia/contracts';
import { StepContentSchema } from '@intervia/contracts/property';
import { describe, expect, it } from '@jest/globals';
import { planOf } from '../../domain/save/plan.js';
import { EMPTY } from '../../domain/forms/empty.js';
import type { Step } from '../../domain/forms/content.js';
import {
  aDraft,
  aKnown,
  aMandateDraft,
  aParty,
  aState,
  aTenantDraft,
  aUnit,
  aBuilding,
  tenantForms,
} from '../../testing/builders.js';
import { readContent, writeContent } from './content.mapper.js';
import { fromPlain } from './plain.js';
import { toStagedFile } from './staged-file.mapper.js';

const overTheBus = <D extends DescMessage>(schema: D, message: Parameters<typeof toBinary<D>>[1]) =>
  fromBinary(schema, toBinary(schema, message));

describe('forms', () => {
  const states = [...aMandateDraft().steps, ...aTenantDraft().steps];

  it.each(states.map((state) => [state.step, state.form] as const))(
    'of %s come back as they were',
    (step, form) => {
      const sent = overTheBus(StepContentSchema, writeContent(step, form, { 'a.b': 'huit' }));
      expect(readContent(sent)).toEqual({ step, form, unread: { 'a.b': 'huit' } });
    },
  );

  it.each(Object.keys(EMPTY) as Step[])('of %s come back empty', (step) => {
    expect(readContent(overTheBus(StepContentSchema, writeContent(step, EMPTY[step], {})))?.form).toEqual(
      EMPTY[step],
    );
  });

  it('refuse what the contract does not know', () => {
    expect(() => fromPlain(StepContentSchema, { elsewhere: 1 })).toThrow('no field elsewhere');
  });
});

describe('files of a plan', () => {
  const aid = {
    kind: 'APL',
    fund: 'CAF',
    fundCode: '691',
    beneficiaryNumber: '1',
    amountCents: 100,
    paidTo: 'LANDLORD',
  } as const;
  const full = aTenantDraft({
    TENANT_ACCOUNT: {
      ...tenantForms().TENANT_ACCOUNT,
      kind: 'FLAT_SHARE',
      sharers: [{ id: 's1', party: aParty(), enteredOn: '2026-12-10', share: 10_000, aid }],
    },
    RENT_CALL: {
      ...tenantForms().RENT_CALL,
      debit: {
        basis: 'LAST_CALL_LESS_AID',
        day: 5,
        creditorId: 'FR72ZZZ123456',
        oneOff: false,
        signedOn: '2026-11-20',
      },
    },
    DEPOSIT: {
      ...tenantForms().DEPOSIT,
      guarantors: [
        {
          id: 'g1',
          kind: 'PERSON',
          party: aParty(),
          amountCents: 0,
          from: '',
          until: '',
          sharerId: 's1',
          reference: '',
        },
        { id: 'g2', kind: 'VISALE', amountCents: 0, from: '', until: '', sharerId: 's1', reference: 'V1' },
      ],
    },
    VARIOUS: {
      ...tenantForms().VARIOUS,
      alarms: [{ id: 'a1', kind: 'BOILER', label: '', dueOn: '2027-10-01', everyMonths: 12 }],
    },
  });
  const syndic = aDraft('UNIT', [aState('UNIT', { unit: aUnit({ source: 'SYNDIC', unitId: 'l1' }) })]);
  const unit = aDraft('UNIT', [
    aState('UNIT', {
      building: aBuilding(),
      unit: aUnit({ electricity: { doneOn: '2026-01-01', expiresOn: '' } }),
    }),
  ]);
  const mandate = {
    id: 'm1',
    number: '1',
    ownerName: '',
    ownerPartyId: 'p1',
    accountId: 'c1',
    ended: false,
    managerId: '',
    accountantId: '',
    assistantId: '',
    thresholdCents: 0,
  };

  it.each([
    ['a mandate', aMandateDraft(), ['party', 'account', 'mandate', 'building', 'unit']],
    ['a tenant', full, ['party', 'party', 'party', 'account', 'lease', 'rentCall']],
    ['a unit', unit, ['building', 'unit']],
    ['a syndic unit', syndic, ['unit']],
  ])('%s are files of the directory, field for field', (_, draft, kinds) => {
    const files = planOf(draft, aKnown({ mandate })).map((file) =>
      overTheBus(StagedFileSchema, create(StagedFileSchema, toStagedFile(file))),
    );
    expect(files.map(({ file }) => file?.file.case)).toEqual(kinds);
    const ids = files.map(({ file }) => file?.file.value?.id ?? '');
    expect(ids.every((id) => /^[\w.:@-]{1,64}$/u.test(id))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
