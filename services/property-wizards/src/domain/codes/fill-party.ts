import type { AccountRoot, Known } from '../drafts/known.js';
import type { AccountForm, Code, PartyForm } from '../forms/parties.js';
import { EMPTY_ACCOUNT } from '../forms/empty.js';
import {
  DEFAULT_ROOTS,
  LONGEST_PARTY_CODE,
  accountNumbers,
  candidates,
  correspondent,
  partyCode,
  partyLabel,
} from './codes.js';
import type { Notes } from './notes.js';
import type { Picker } from './picker.js';

/** An existing party keeps its code. */
export function fillParty(
  party: PartyForm | undefined,
  path: string,
  picker: Picker,
  notes: Notes,
  known: Known,
): PartyForm | undefined {
  if (!party) return undefined;
  const existing = known.parties.get(party.partyId);
  if (existing) return { ...party, code: existing.form.code };
  notes.value(`${path}.correspondent`, party.name ? correspondent(party) : '', 'CORRESPONDENT_FROM_GENDER');
  const code = picker.pick('PARTY_CODE', '', candidates(partyCode(party), LONGEST_PARTY_CODE), party.code);
  notes.code(`${path}.code`, code, 'PARTY_CODE_FROM_NAME', { name: party.name, firstName: party.firstName });
  return { ...party, code };
}

interface Where {
  readonly path: string;
  readonly numberPath?: string;
  readonly picker: Picker;
  readonly notes: Notes;
  readonly known: Known;
}

/** Number and label of an account, once its entity is chosen. */
export function fillAccount(
  account: AccountForm | undefined,
  kind: AccountRoot['kind'],
  party: PartyForm | undefined,
  { path, numberPath = `${path}.number`, picker, notes, known }: Where,
): AccountForm {
  const form = account ?? EMPTY_ACCOUNT;
  const entity = known.entities.find(({ id }) => id === form.entityId);
  if (!entity) return { ...form, number: keptIfTyped(form.number), label: keptIfTyped(form.label) };
  const root = entity.roots.find((one) => one.kind === kind) ?? DEFAULT_ROOTS[kind];
  const code = party?.code?.value ?? '';
  const number = picker.pick('ACCOUNT_NUMBER', entity.id, accountNumbers(root, code), form.number);
  const of = { root: root.root, length: String(root.length), code, entity: entity.name };
  notes.code(numberPath, number, 'ACCOUNT_NUMBER_FROM_ENTITY', of);
  const label = form.label?.typed ? form.label : { value: party ? partyLabel(party) : '', typed: false };
  if (account?.label !== undefined || numberPath === `${path}.number`) {
    notes.code(`${path}.label`, label, 'ACCOUNT_LABEL_FROM_NAME', {});
  }
  return { ...form, number, label };
}

const keptIfTyped = (code: Code | undefined): Code | undefined => (code?.typed ? code : undefined);
