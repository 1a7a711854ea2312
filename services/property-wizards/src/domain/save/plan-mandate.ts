import type { Draft, StepState } from '../drafts/draft.js';
import { formOf, stepOf, unitsOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import type { JointOwner, MandateStep, OwnerAccountStep } from '../forms/mandate-forms.js';
import { compact } from '../values/identifiers.js';
import { documents, partyFile, partyIdOf } from './party-file.js';
import { fileId } from './planned-file.js';
import type { FileRecord, Origin, PlannedFile } from './planned-file.js';
import type { UnderMandate } from './unit-file.js';
import { buildingFile, syndicUnitFile, unitFile } from './unit-file.js';

const at = (step: Origin['step'], path: string, itemId = ''): Origin => ({ step, itemId, path });

const ofJoint = (draft: Draft, joint: JointOwner): string => fileId(draft.id, `j-${joint.id}`);

/** Parties, the owner's account, the mandate, buildings and units, in the order that references need. */
export function planMandate(draft: Draft, known: Known): PlannedFile[] {
  const owner = formOf(draft, 'OWNER')?.party;
  const account = formOf(draft, 'OWNER_ACCOUNT');
  const mandate = formOf(draft, 'MANDATE');
  if (!owner || !account || !mandate) return [];
  const ownerId = partyIdOf(fileId(draft.id, 'owner'), owner);
  const under: UnderMandate = {
    mandateId: fileId(draft.id, 'mandate'),
    ownerId,
    managerId: account.account?.managerId ?? '',
    accountantId: account.account?.accountantId ?? '',
    assistantId: account.account?.assistantId ?? '',
    thresholdCents: mandate.spendingCeilingCents,
  };
  const parties = [
    partyFile(fileId(draft.id, 'owner'), owner, at('OWNER', 'party'), known),
    ...account.jointOwners.map((joint, index) =>
      joint.party
        ? partyFile(
            ofJoint(draft, joint),
            joint.party,
            at('OWNER_ACCOUNT', `jointOwners.${String(index)}.party`),
            known,
          )
        : undefined,
    ),
  ];
  return [
    ...parties.flatMap((file) => (file ? [file] : [])),
    accountFile(draft, account, ownerId),
    mandateFile(draft, mandate),
    ...unitsOf(draft).flatMap((unit) => planUnit(draft, unit, under, known)),
  ];
}

function accountFile(draft: Draft, form: OwnerAccountStep, ownerId: string): PlannedFile {
  const { account, bank, jointOwners } = form;
  const isShared = jointOwners.length > 0;
  const record: FileRecord = {
    id: fileId(draft.id, 'account'),
    kind: 'OWNER',
    entityId: account?.entityId ?? '',
    number: account?.number?.value ?? '',
    label: account?.label?.value ?? '',
    partyId: ownerId,
    iban: compact(bank?.iban ?? ''),
    bic: compact(bank?.bic ?? ''),
    settlement: form.paidBy,
    statement: form.statement,
    managerId: account?.managerId ?? '',
    accountantId: account?.accountantId ?? '',
    assistantId: account?.assistantId ?? '',
    jointOwners: jointOwners.map((joint) => ({
      partyId: partyIdOf(ofJoint(draft, joint), joint.party),
      share: joint.share,
      accountNumber: joint.accountNumber?.value ?? '',
      iban: compact(joint.bank?.iban ?? ''),
      bic: compact(joint.bank?.bic ?? ''),
    })),
    ownShare: isShared ? form.share : 0,
    shareWhole: isShared ? 10_000 : 0,
  };
  return {
    kind: 'ACCOUNT',
    fields: [],
    record,
    label: account?.number?.value ?? '',
    origins: {
      '': at('OWNER_ACCOUNT', 'account'),
      jointOwners: at('OWNER_ACCOUNT', 'jointOwners'),
      iban: at('OWNER_ACCOUNT', 'bank.iban'),
      bic: at('OWNER_ACCOUNT', 'bank.bic'),
      shareWhole: at('OWNER_ACCOUNT', 'share'),
      partyId: at('OWNER', 'party.partyId'),
    },
  };
}

function mandateFile(draft: Draft, form: MandateStep): PlannedFile {
  const number = form.number?.typed ? form.number.value : '';
  const record: FileRecord = {
    id: fileId(draft.id, 'mandate'),
    // A number of the register is given when its entry is written.
    number,
    cardId: form.cardId,
    mention: 'G',
    accountId: fileId(draft.id, 'account'),
    signedOn: form.signedOn,
    effectOn: form.effectOn,
    lengthMonths: form.lengthMonths,
    renewal: form.tacitRenewal ? 'TACIT' : 'NONE',
    noticeMonths: form.noticeMonths,
    nature: form.nature.trim(),
    powers: form.mayReceiveMoney ? ['RECEIVE_MONEY'] : [],
    otherPowers: form.powers.trim(),
    feeBp: form.managementFee?.rate ?? 0,
    vatBp: form.managementFee?.vat ?? 0,
    lettingFeeCents: form.lettingFeeCents,
    accountsRendered: form.accountsRendered,
    gliIncluded: form.gli,
    spendingCeilingCents: form.spendingCeilingCents,
    provisionsAccount: form.provisionsAccount.trim(),
    remarks: form.remarks.trim(),
    documents: documents(form.documents),
  };
  return { kind: 'MANDATE', fields: [], record, label: number, origins: { '': at('MANDATE', '') } };
}

/** A unit, with its building where that is new. */
export function planUnit(
  draft: Draft,
  state: StepState<'UNIT'>,
  under: UnderMandate,
  known: Known,
): PlannedFile[] {
  const { unit, building } = state.form;
  if (!unit) return [];
  const origin = at('UNIT', 'unit', state.itemId);
  if (unit.source === 'SYNDIC') return [syndicUnitFile(unit, origin, under.mandateId, known)];
  const ownBuilding = fileId(draft.id, `b-${state.itemId || 'new'}`);
  const unitId = unitIdOf(draft, state);
  if (building?.buildingId) return [unitFile(unitId, building.buildingId, unit, origin, under)];
  if (building?.ofItemId && stepOf(draft, 'UNIT', building.ofItemId)) {
    return [unitFile(unitId, fileId(draft.id, `b-${building.ofItemId}`), unit, origin, under)];
  }
  return [
    ...(building ? [buildingFile(ownBuilding, building, at('UNIT', 'building', state.itemId), under)] : []),
    unitFile(unitId, ownBuilding, unit, origin, under),
  ];
}

export const unitIdOf = (draft: Draft, state: StepState<'UNIT'>): string =>
  state.form.unit?.source === 'SYNDIC'
    ? state.form.unit.unitId
    : fileId(draft.id, `u-${state.itemId || 'new'}`);
