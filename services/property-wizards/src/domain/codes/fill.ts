import type { Draft, StepState } from '../drafts/draft.js';
import { formOf, unitsOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { Computed, Form, Forms, Step } from '../forms/content.js';
import {
  LONGEST_BUILDING_CODE,
  buildingCode,
  candidates,
  dotted,
  managementCode,
  mandateReference,
  physicalCode,
} from './codes.js';
import { fillAccount, fillParty } from './fill-party.js';
import { fillLease, sumOfAids } from './fill-lease.js';
import { Notes } from './notes.js';
import { Picker } from './picker.js';

export interface Filled {
  readonly steps: readonly StepState[];
  /** By step and item: "UNIT/u1". */
  readonly computed: ReadonlyMap<string, readonly Computed[]>;
  readonly picker: Picker;
}

export const stepKey = ({ step, itemId }: Pick<StepState, 'step' | 'itemId'>): string => `${step}/${itemId}`;

type Fillers = { readonly [S in Step]: (form: Forms[S], context: Context, state: StepState<S>) => Forms[S] };

interface Context {
  readonly draft: Draft;
  readonly known: Known;
  readonly picker: Picker;
  readonly notes: Notes;
  /** Codes of new buildings by the item that brings them. */
  readonly buildings: Map<string, string>;
}

const FILLERS: Fillers = {
  OWNER: (form, { picker, notes, known }) => ({
    party: fillParty(form.party, 'party', picker, notes, known),
  }),

  OWNER_ACCOUNT: (form, { draft, known, picker, notes }) => {
    const owner = formOf(draft, 'OWNER')?.party;
    const account = fillAccount(form.account, 'OWNER', owner, { path: 'account', picker, notes, known });
    const jointOwners = form.jointOwners.map((joint, index) => {
      const path = `jointOwners.${String(index)}`;
      const party = fillParty(joint.party, `${path}.party`, picker, notes, known);
      const own = fillAccount({ ...account, number: joint.accountNumber, label: undefined }, 'OWNER', party, {
        path,
        numberPath: `${path}.accountNumber`,
        picker,
        notes,
        known,
      });
      return { ...joint, party, accountNumber: own.number };
    });
    return { ...form, account, jointOwners };
  },

  MANDATE: (form, { known, notes }) => {
    if (form.number?.typed && form.number.value.trim() !== '') return form;
    const next = known.nextNumbers.get(`${form.cardId}/g`);
    if (next === undefined) return { ...form, number: undefined };
    const value = String(next);
    notes.add({ path: 'number', value, how: 'MANDATE_NUMBER_FROM_REGISTER', of: {}, provisional: true });
    return { ...form, number: { value, typed: false } };
  },

  UNIT: (form, { known, picker, notes, buildings }, { itemId }) => {
    if (form.unit?.source === 'SYNDIC') return form;
    const code = fillBuilding(form.building, { known, picker, notes, buildings, itemId });
    const { rcpNumber = '', planNumber = '' } = form.unit ?? {};
    const value = code?.value ?? '';
    const of = { building: value, rcp: rcpNumber, plan: planNumber };
    const physical = picker.pick(
      'PHYSICAL_CODE',
      '',
      dotted(physicalCode(value, rcpNumber, planNumber)),
      form.unit?.physicalCode,
    );
    const management = picker.pick(
      'MANAGEMENT_CODE',
      '',
      dotted(managementCode(value, rcpNumber, planNumber)),
      form.unit?.managementCode,
    );
    notes.code('unit.physicalCode', physical, 'PHYSICAL_CODE_FROM_RCP_PLAN', of);
    notes.code('unit.managementCode', management, 'MANAGEMENT_CODE_FROM_RCP_PLAN', of);
    return {
      building: form.building && !form.building.buildingId ? { ...form.building, code } : form.building,
      unit: form.unit && { ...form.unit, physicalCode: physical, managementCode: management },
    };
  },

  TENANT_PARTY: (form, { picker, notes, known }) => ({
    party: fillParty(form.party, 'party', picker, notes, known),
  }),

  TENANT_ACCOUNT: (form, { draft, known, picker, notes }) => {
    const tenant = formOf(draft, 'TENANT_PARTY')?.party;
    const account = fillAccount(form.account, 'TENANT', tenant, { path: 'account', picker, notes, known });
    const sharers = form.sharers.map((sharer, index) => {
      const path = `sharers.${String(index)}`;
      const party = fillParty(sharer.party, `${path}.party`, picker, notes, known);
      const own = fillAccount(
        { ...account, number: sharer.accountNumber, label: undefined },
        'TENANT',
        party,
        {
          path,
          numberPath: `${path}.accountNumber`,
          picker,
          notes,
          known,
        },
      );
      return { ...sharer, party, accountNumber: own.number };
    });
    return { ...form, account, sharers };
  },

  RENT_CALL: (form, { draft, known, picker, notes }) => {
    const account = formOf(draft, 'TENANT_ACCOUNT');
    const aid = sumOfAids(account, form.aid, notes);
    if (!form.debit || form.debit.basis === '' || form.debit.basis === 'NONE') return { ...form, aid };
    const number = account?.account?.number?.value ?? '';
    const reference = picker.pick(
      'SEPA_MANDATE',
      '',
      dotted(mandateReference(number, draft.id)),
      form.debit.mandateReference,
    );
    notes.code('debit.mandateReference', reference, 'SEPA_REFERENCE_FROM_LEASE', { account: number });
    const ics = known.entities.find(({ id }) => id === account?.account?.entityId)?.ics ?? '';
    const creditorId = form.debit.creditorId || ics;
    if (ics && creditorId === ics) notes.value('debit.creditorId', ics, 'CREDITOR_FROM_ENTITY');
    return { ...form, aid, debit: { ...form.debit, mandateReference: reference, creditorId } };
  },

  LEASE: (form, { draft, known, notes }) => {
    fillLease(form, draft, known, notes);
    return form;
  },

  DEPOSIT: (form, { picker, notes, known }) => ({
    ...form,
    guarantors: form.guarantors.map((guarantor, index) =>
      guarantor.kind === 'PERSON' || guarantor.kind === 'COMPANY'
        ? {
            ...guarantor,
            party: fillParty(guarantor.party, `guarantors.${String(index)}.party`, picker, notes, known),
          }
        : guarantor,
    ),
  }),

  VARIOUS: (form) => form,
};

function fillBuilding(
  building: Forms['UNIT']['building'],
  { known, picker, notes, buildings, itemId }: Omit<Context, 'draft'> & { itemId: string },
) {
  if (building?.buildingId)
    return { value: known.buildings.get(building.buildingId)?.code ?? '', typed: false };
  if (building?.ofItemId) return { value: buildings.get(building.ofItemId) ?? '', typed: false };
  const base = buildingCode(building?.name ?? '');
  const options = candidates(base, LONGEST_BUILDING_CODE);
  const code = picker.pick('BUILDING_CODE', '', options, building?.code);
  notes.code('building.code', code, 'BUILDING_CODE_FROM_NAME', { name: building?.name ?? '' });
  buildings.set(itemId, code.value);
  return code;
}

/** Every step with its codes, in the order of the wizard: an account's number follows from the party's code. */
export function fill(draft: Draft, known: Known, looked: ReadonlySet<string>): Filled {
  const picker = new Picker(known.taken, looked);
  const computed = new Map<string, readonly Computed[]>();
  const buildings = new Map<string, string>();
  let current = draft;
  for (const state of ordered(draft)) {
    const notes = new Notes();
    const context: Context = { draft: current, known, picker, notes, buildings };
    const filler = FILLERS[state.step] as (form: Form, context: Context, state: StepState) => Form;
    const form = filler(state.form, context, state);
    computed.set(stepKey(state), notes.all);
    current = {
      ...current,
      steps: current.steps.map((one) => (stepKey(one) === stepKey(state) ? { ...one, form } : one)),
    };
  }
  return { steps: current.steps, computed, picker };
}

/** Steps as the wizard has them; units that bring a building before those that stand on it. */
function ordered(draft: Draft): readonly StepState[] {
  const order = Object.keys(FILLERS);
  const standsOn = (state: StepState): number =>
    unitsOf({ steps: [state] }).some(({ form }) => form.building?.ofItemId) ? 1 : 0;
  return [...draft.steps].sort(
    (one, other) => order.indexOf(one.step) - order.indexOf(other.step) || standsOn(one) - standsOn(other),
  );
}
