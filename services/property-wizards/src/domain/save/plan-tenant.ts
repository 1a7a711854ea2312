import { leaseTerms } from '../codes/fill-lease.js';
import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Known } from '../drafts/known.js';
import { EMPTY } from '../forms/empty.js';
import type { DepositStep, LeaseKind, RentCallStep, TenantAccountStep } from '../forms/tenant-forms.js';
import { firstCall } from '../rent/first-call.js';
import { isFlatShare, isFurnished } from '../rules/lease-lengths.js';
import { compact } from '../values/identifiers.js';
import { aidOf, guarantorOf, guarantorParties, sharerOf, sharerParties } from './lease-people.js';
import { documents, partyFile, partyIdOf } from './party-file.js';
import { fileId } from './planned-file.js';
import type { FileRecord, Origin, PlannedFile, Value } from './planned-file.js';
import { rentLine } from './unit-file.js';

const at = (step: Origin['step'], path: string): Origin => ({ step, itemId: '', path });

/** Parties of tenant, sharers and guarantors, the account, the lease with all that hangs on it, the first rent call. */
export function planTenant(draft: Draft, known: Known): PlannedFile[] {
  const tenant = formOf(draft, 'TENANT_PARTY')?.party;
  const account = formOf(draft, 'TENANT_ACCOUNT');
  const call = formOf(draft, 'RENT_CALL');
  const deposit = formOf(draft, 'DEPOSIT');
  if (!tenant || !account || !call || !deposit) return [];
  const parties = [
    partyFile(fileId(draft.id, 'tenant'), tenant, at('TENANT_PARTY', 'party'), known),
    ...sharerParties(draft.id, account.sharers, known),
    ...guarantorParties(draft.id, deposit.guarantors, known),
  ];
  return [
    ...parties.flatMap((file) => (file ? [file] : [])),
    accountFile(draft, account),
    leaseFile(draft, account, call, deposit, known),
    ...rentCallFile(draft, call),
  ];
}

function accountFile(draft: Draft, { account }: TenantAccountStep): PlannedFile {
  const tenant = formOf(draft, 'TENANT_PARTY')?.party;
  const bank = formOf(draft, 'RENT_CALL')?.debit?.bank;
  return {
    kind: 'ACCOUNT',
    fields: [],
    label: account?.number?.value ?? '',
    record: {
      id: fileId(draft.id, 'account'),
      kind: 'TENANT',
      entityId: account?.entityId ?? '',
      number: account?.number?.value ?? '',
      label: account?.label?.value ?? '',
      partyId: partyIdOf(fileId(draft.id, 'tenant'), tenant),
      iban: compact(bank?.iban ?? ''),
      bic: compact(bank?.bic ?? ''),
      managerId: account?.managerId ?? '',
      accountantId: account?.accountantId ?? '',
      assistantId: account?.assistantId ?? '',
    },
    origins: {
      '': at('TENANT_ACCOUNT', 'account'),
      partyId: at('TENANT_PARTY', 'party.partyId'),
      iban: at('RENT_CALL', 'debit.bank.iban'),
      bic: at('RENT_CALL', 'debit.bank.bic'),
    },
  };
}

/** A flat-share is a lease with or without furniture. */
const kindOf = (kind: LeaseKind, furnished: boolean): string =>
  isFlatShare(kind) ? (isFurnished(kind, furnished) ? 'FURNISHED' : 'UNFURNISHED') : kind;

function debitOf({ debit }: RentCallStep, debtor: string): Value {
  if (!debit || debit.basis === '' || debit.basis === 'NONE') return undefined;
  return {
    basis: debit.basis,
    day: debit.day,
    rum: debit.mandateReference?.value ?? '',
    ics: compact(debit.creditorId),
    debtor,
    iban: compact(debit.bank?.iban ?? ''),
    bic: compact(debit.bank?.bic ?? ''),
    recurrent: !debit.oneOff,
    signedOn: debit.signedOn,
  };
}

function leaseFile(
  draft: Draft,
  account: TenantAccountStep,
  call: RentCallStep,
  deposit: DepositStep,
  known: Known,
): PlannedFile {
  const lease = formOf(draft, 'LEASE') ?? EMPTY.LEASE;
  const various = formOf(draft, 'VARIOUS') ?? EMPTY.VARIOUS;
  const label = account.account?.label?.value ?? '';
  const terms = leaseTerms(lease, known, known.units.get(draft.unitId)?.postalCode ?? '');
  const isIndexed = lease.index !== '' && lease.index !== 'NONE';
  const record: FileRecord = {
    id: fileId(draft.id, 'lease'),
    unitId: draft.unitId,
    accountId: fileId(draft.id, 'account'),
    kind: kindOf(account.kind, account.furnished),
    flatShare: isFlatShare(account.kind),
    separateContracts: account.kind === 'FLAT_SHARE_SEVERAL',
    sharers: account.sharers.map((sharer) => sharerOf(draft.id, sharer)),
    signedOn: lease.signedOn,
    effectOn: lease.effectOn,
    endsOn: terms.endsOn,
    lengthMonths: lease.lengthMonths,
    use: lease.use.trim(),
    noticeMonths: lease.noticeMonths,
    specialConditions: lease.specialConditions.trim(),
    revision: isIndexed
      ? {
          index: lease.index,
          referenceQuarter: lease.referenceQuarter,
          referenceValue: terms.referenceValue,
          nextOn: terms.nextRevisionOn,
          frozen: lease.frozen,
        }
      : undefined,
    gliExcluded: lease.gliExcluded,
    vacancyInsured: lease.vacancyInsured,
    calledFrom: call.from,
    calledEvery: call.periodicity,
    calledInArrears: call.timing === 'IN_ARREARS',
    permanentLines: call.permanentLines.map((line) => rentLine(line)),
    temporaryLines: call.temporaryLines.flatMap(({ line, from, to }) =>
      line ? [rentLine(line, from, to)] : [],
    ),
    proRata: call.proRata === 'TWELFTHS_365' ? 'YEAR_365' : call.proRata || 'ACTUAL_DAYS',
    // In a flat-share each sharer has its own.
    aid: isFlatShare(account.kind) ? undefined : aidOf(call.aid, call.from),
    debit: debitOf(call, label),
    deposit: {
      amountCents: deposit.amountCents,
      paidOn: deposit.paidOn,
      handedToOwner: deposit.heldBy === 'OWNER',
    },
    guarantors: deposit.guarantors.map((guarantor) => guarantorOf(draft.id, guarantor)),
    insurance: {
      insurer: various.insurer.trim(),
      policy: various.policy.trim(),
      expiresOn: various.insuranceExpiresOn,
    },
    alarms: various.alarms.map(({ id, kind, label: text, dueOn, everyMonths }) => ({
      id,
      kind,
      label: text,
      dueOn,
      everyMonths,
    })),
    notes: various.notes,
    documents: documents(various.documents),
  };
  return { kind: 'LEASE', fields: [], record, label, origins: LEASE_ORIGINS };
}

const LEASE_ORIGINS = {
  '': at('LEASE', ''),
  unitId: at('LEASE', 'effectOn'),
  endsOn: at('LEASE', 'endsOn'),
  revision: at('LEASE', ''),
  kind: at('TENANT_ACCOUNT', 'kind'),
  accountId: at('TENANT_ACCOUNT', 'account.number'),
  sharers: at('TENANT_ACCOUNT', 'sharers'),
  calledFrom: at('RENT_CALL', 'from'),
  permanentLines: at('RENT_CALL', 'permanentLines'),
  temporaryLines: at('RENT_CALL', 'temporaryLines'),
  aid: at('RENT_CALL', 'aid'),
  debit: at('RENT_CALL', 'debit'),
  'debit.rum': at('RENT_CALL', 'debit.mandateReference'),
  deposit: at('DEPOSIT', ''),
  guarantors: at('DEPOSIT', 'guarantors'),
  insurance: at('VARIOUS', ''),
  alarms: at('VARIOUS', 'alarms'),
  notes: at('VARIOUS', 'notes'),
};

function rentCallFile(draft: Draft, step: RentCallStep): PlannedFile[] {
  const call = firstCall(step);
  if (!call || call.lines.length === 0) return [];
  return [
    {
      kind: 'RENT_CALL',
      fields: [],
      label: '',
      record: {
        id: fileId(draft.id, 'call'),
        leaseId: fileId(draft.id, 'lease'),
        month: call.from.slice(0, 7),
        dueOn: call.dueOn,
        from: call.from,
        until: call.to,
        lines: call.lines.map(({ line, amountCents }) => ({
          label: line.label.trim(),
          fiscalCode: line.fiscalCode.trim(),
          kind: line.kind,
          amountCents,
        })),
        totalCents: call.totalCents,
        aidCents: call.aidCents,
      },
      origins: { '': at('RENT_CALL', '') },
    },
  ];
}
