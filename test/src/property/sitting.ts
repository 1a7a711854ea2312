import { randomUUID } from 'node:crypto';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { AccountKind, CardMention, Module, ProRataMethod as EntityProRata, Role } from '@intervia/contracts';
import {
  CallTiming,
  DepositHeldBy,
  FinalSaveState,
  Gender,
  GuarantorKind,
  LeaseKind,
  PaidBy,
  PartyKind,
  Periodicity,
  ProRataMethod,
  RentIndex,
  RentLineKind,
  UnitKind,
  UnitSource,
  Wizard,
} from '@intervia/contracts/property';
import type {
  FinalSave,
  FiscalLineSchema,
  PartyFormSchema,
  StepContentSchema,
} from '@intervia/contracts/property';
import { eventually } from '@intervia/testing';
import { AGENCY, caller } from './property-stack.js';
import type { PropertyStack } from './property-stack.js';

type Form = MessageInitShape<typeof StepContentSchema>['form'];

export interface Sitting {
  readonly wizard: Wizard;
  readonly unitIds: readonly string[];
  readonly mandateId: string;
  readonly forms: readonly { readonly form: Form; readonly itemId: string }[];
}

const DAY_MS = 86_400_000;
const ENTITY = 'e1';
const CARD = 'k1';
const address = { line1: '8 rue Sala', postalCode: '69002', city: 'Lyon' };

/** "2026-12-01": so many days from a moment. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);

export const context = (commandId: string = randomUUID()) => ({ caller, commandId });

/** Of the first and the second user of an agency. */
export const loginOf = (user: number, agencyId = AGENCY) => ({
  mail: `u${String(user)}@${agencyId}.example`,
  password: 'un-mot-de-passe-long',
});

/** An agency with its books, and nothing else. */
export async function publishAgency({ directory, clock }: PropertyStack, agencyId = AGENCY): Promise<void> {
  const rights = { view: true, create: true, edit: true };
  await directory.publish(
    {
      agencyId,
      agency: { id: agencyId, name: 'Cabinet des Essais', mail: 'contact@essais.example' },
      users: ['Élodie Garnier', 'Marc Petit'].map((name, at) => ({
        id: `u${String(at + 1)}`,
        name,
        mail: loginOf(at + 1, agencyId).mail,
        password: loginOf(at + 1, agencyId).password,
        role: Role.MANAGER,
        gerance: rights,
      })),
      entities: [
        {
          id: ENTITY,
          name: 'Cabinet des Essais, gérance',
          roots: [
            { kind: AccountKind.TENANT, module: Module.GERANCE, root: '411' },
            { kind: AccountKind.OWNER, module: Module.GERANCE, root: '467' },
          ],
          ics: 'FR72ZZZ123456',
          provisionsAccount: '47PROV',
          proRata: EntityProRata.ACTUAL_DAYS,
        },
      ],
      cards: [
        {
          id: CARD,
          number: 'CPI 6901 2016 000 000 001',
          entityId: ENTITY,
          mentions: [CardMention.G],
          validUntil: dayFrom(clock.now(), 700),
        },
      ],
    },
    // The services may still be booting.
    { timeoutMs: 60_000 },
  );
}

const party = (name: string, firstName: string): MessageInitShape<typeof PartyFormSchema> => ({
  kind: PartyKind.PERSON,
  gender: Gender.MRS,
  name,
  firstName,
  address,
  mobiles: ['06 12 34 56 78'],
});

const line = (
  id: string,
  label: string,
  kind: RentLineKind,
  amountCents: number,
): MessageInitShape<typeof FiscalLineSchema> => ({
  id,
  label,
  fiscalCode: label.slice(0, 3),
  kind,
  amountCents,
});

const unitForm = (planNumber: string): Form => ({
  case: 'unit',
  value: {
    building: { name: `Le ${planNumber}`, address },
    unit: { source: UnitSource.NEW, rcpNumber: '12', planNumber, kind: UnitKind.FLAT },
  },
});

export function aMandate(now: Date, name: string): Sitting {
  const forms: Form[] = [
    { case: 'owner', value: { party: party(name, 'Jeanne') } },
    {
      case: 'ownerAccount',
      value: { account: { entityId: ENTITY }, paidBy: PaidBy.CHEQUE, statement: Periodicity.MONTHLY },
    },
    {
      case: 'mandate',
      value: {
        cardId: CARD,
        signedOn: dayFrom(now, -2),
        effectOn: dayFrom(now, 3),
        lengthMonths: 12,
        nature: 'Gestion locative',
        mayReceiveMoney: true,
        managementFee: { rate: 700, vat: 2000 },
        accountsRendered: Periodicity.MONTHLY,
      },
    },
    unitForm(name),
  ];
  return {
    wizard: Wizard.MANDATE,
    unitIds: [],
    mandateId: '',
    forms: forms.map((form) => ({ form, itemId: form?.case === 'unit' ? 'i1' : '' })),
  };
}

export function aTenant(now: Date, unitId: string, name: string): Sitting {
  const from = dayFrom(now, 10);
  const forms: Form[] = [
    { case: 'tenantParty', value: { party: party(name, 'Linh') } },
    { case: 'tenantAccount', value: { kind: LeaseKind.UNFURNISHED, account: { entityId: ENTITY } } },
    {
      case: 'rentCall',
      value: {
        from,
        periodicity: Periodicity.MONTHLY,
        timing: CallTiming.IN_ADVANCE,
        proRata: ProRataMethod.ACTUAL_DAYS,
        permanentLines: [
          line('rent', 'Loyer', RentLineKind.RENT, 80_000),
          line('charges', 'Charges', RentLineKind.CHARGES, 7_000),
        ],
      },
    },
    {
      case: 'lease',
      value: {
        signedOn: dayFrom(now, -1),
        effectOn: from,
        lengthMonths: 36,
        noticeMonths: 3,
        index: RentIndex.NONE,
      },
    },
    {
      case: 'deposit',
      value: {
        amountCents: 80_000,
        heldBy: DepositHeldBy.AGENCY,
        guarantors: [{ id: 'g1', kind: GuarantorKind.PERSON, party: party(`${name} Garant`, 'Paul'), from }],
      },
    },
    { case: 'various', value: { insurer: 'Assur', insuranceExpiresOn: dayFrom(now, 360) } },
  ];
  return {
    wizard: Wizard.TENANT,
    unitIds: [unitId],
    mandateId: '',
    forms: forms.map((form) => ({ form, itemId: '' })),
  };
}

export const aUnit = (mandateId: string, name: string): Sitting => ({
  wizard: Wizard.UNIT,
  unitIds: [],
  mandateId,
  forms: [{ form: unitForm(name), itemId: '' }],
});

/** Fills in a draft step by step, as a person would. @returns its id */
export async function fill(
  stack: PropertyStack,
  { wizard, unitIds, mandateId, forms }: Sitting,
): Promise<string> {
  const made = await stack.drafts.createDrafts({
    context: context(),
    wizard,
    unitIds: [...unitIds],
    mandateId,
  });
  const draftId = made.drafts[0]?.id ?? '';
  for (const { form, itemId } of forms) {
    const { step } = await stack.drafts.saveStep({
      context: context(),
      draftId,
      content: { form },
      itemId,
      next: true,
    });
    const [fault] = step?.faults ?? [];
    if (fault) throw new Error(`${form?.case ?? ''}: ${fault.path} ${fault.code}`);
  }
  return draftId;
}

/** What the final save came to, whoever ended it. */
export function ended(stack: PropertyStack, draftId: string, timeoutMs = 40_000): Promise<FinalSave> {
  return eventually(
    async () => {
      const { save } = await stack.drafts.getFinalSave({ caller, draftId }, { timeoutMs });
      return save && save.state !== FinalSaveState.RUNNING ? save : undefined;
    },
    { what: `the end of the final save of ${draftId}`, timeoutMs, intervalMs: 50 },
  );
}

/** A sitting with something typed over one of its steps. */
export function typedIn(sitting: Sitting, step: string, patch: object): Sitting {
  return {
    ...sitting,
    forms: sitting.forms.map(({ form, itemId }) => {
      if (form?.case !== step) return { form, itemId };
      const value = form.value as Record<string, object>;
      const merged = Object.fromEntries(
        Object.entries(patch).map(([name, one]) => [name, { ...value[name], ...(one as object) }]),
      );
      return { itemId, form: { ...form, value: { ...value, ...merged } } };
    }),
  };
}
