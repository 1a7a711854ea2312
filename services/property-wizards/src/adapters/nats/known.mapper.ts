import {
  AccountKind,
  CardMention,
  CertificateKind,
  ContactChannel as Channel,
  Gender,
  KeyKind,
  KeyKindSchema,
  Module,
  PartyKind,
  ProRataMethod,
  TenantStatus,
  UnitKindSchema,
  enumName,
} from '@intervia/contracts';
import type {
  AccountingEntity,
  BuildingFile,
  Certificate,
  FileKey,
  MandateFile,
  PartyFile,
  PostalAddress as AddressMessage,
  ProfessionalCard,
  RentLine,
  UnitFile,
} from '@intervia/contracts';
import { RentLineKind } from '@intervia/contracts';
import type {
  Card,
  Entity,
  Key,
  KnownBuilding,
  KnownParty,
  KnownUnit,
  Mention,
} from '../../domain/drafts/known.js';
import { EMPTY_PARTY } from '../../domain/forms/empty.js';
import type { EnergyDiagnostic, FiscalLine, UnitForm } from '../../domain/forms/mandate-forms.js';
import type { ContactChannel, PostalAddress } from '../../domain/forms/parties.js';

const METHODS = {
  [ProRataMethod.UNSPECIFIED]: 'ACTUAL_DAYS',
  [ProRataMethod.ACTUAL_DAYS]: 'ACTUAL_DAYS',
  [ProRataMethod.THIRTY_360]: 'THIRTY_360',
  [ProRataMethod.YEAR_365]: 'TWELFTHS_365',
} as const;

/** Roots of gérance, which the wizards are for; one that names no module counts for all. */
export function toEntity(entity: AccountingEntity): Entity {
  const kinds = { [AccountKind.TENANT]: 'TENANT', [AccountKind.OWNER]: 'OWNER' } as const;
  const roots = [...entity.roots]
    .filter(({ module }) => module !== Module.SYNDIC)
    .sort((one, other) => other.module - one.module)
    .flatMap(({ kind, root, length, padded }) =>
      kind === AccountKind.TENANT || kind === AccountKind.OWNER
        ? [{ kind: kinds[kind], root, length, padded }]
        : [],
    );
  return {
    id: entity.id,
    name: entity.name,
    roots,
    ics: entity.ics,
    proRata: METHODS[entity.proRata],
    provisionsAccount: entity.provisionsAccount,
  };
}

const MENTIONS: Readonly<Partial<Record<CardMention, Mention>>> = {
  [CardMention.G]: 'G',
  [CardMention.T]: 'T',
  [CardMention.SYNDIC]: 'SYNDIC',
};

export const toCard = (card: ProfessionalCard, holder: string): Card => ({
  id: card.id,
  number: card.number,
  holder,
  mentions: card.mentions.flatMap((mention) => MENTIONS[mention] ?? []),
  validUntil: card.validUntil,
});

const toAddress = (given: AddressMessage | undefined): PostalAddress | undefined =>
  given && {
    line1: given.line,
    line2: given.complement,
    postalCode: given.postalCode,
    city: given.city,
    country: given.country,
  };

/** Files of before the preferred channel, and LSC's, tell only whether mails and SMS may be sent. */
const channelOf = ({ preferredChannel, channels }: PartyFile): ContactChannel =>
  CHANNELS[preferredChannel] || (channels?.sms ? 'SMS' : channels?.mail ? 'MAIL' : '');

const CHANNELS = {
  [Channel.UNSPECIFIED]: '',
  [Channel.MAIL]: 'MAIL',
  [Channel.SMS]: 'SMS',
  [Channel.PHONE]: 'PHONE',
  [Channel.POST]: 'POST',
} as const;

/** It is kept as one line. */
const oneLineAddress = (line1: string): PostalAddress => ({
  line1,
  ...{ line2: '', postalCode: '', city: '', country: '' },
});

const GENDERS = {
  [Gender.UNSPECIFIED]: '',
  [Gender.MR]: 'MR',
  [Gender.MRS]: 'MRS',
  [Gender.MR_AND_MRS]: 'COUPLE',
  [Gender.UNDIVIDED]: 'UNDIVIDED',
} as const;

export function toKnownParty(file: PartyFile): KnownParty {
  const isCompany = file.kind === PartyKind.COMPANY;
  const address = toAddress(file.address);
  const name = isCompany ? file.companyName : file.lastName;
  return {
    name: file.name,
    form: {
      ...EMPTY_PARTY,
      partyId: file.id,
      kind: isCompany ? 'COMPANY' : 'PERSON',
      gender: GENDERS[file.gender],
      name: name || file.name,
      firstName: file.firstName,
      bornOn: file.bornOn,
      bornAt: file.bornAt,
      legalForm: file.legalForm,
      siret: file.siret || file.siren,
      familySci: file.familySci,
      code: { value: file.code, typed: true },
      ...(address ? { address } : {}),
      phone: file.phone,
      mobiles: file.mobiles,
      mails: file.mails,
      channel: channelOf(file),
      profession: file.profession,
      incomeCents: file.incomeCents,
      employer: file.employer,
      ...(file.previousAddress ? { previousAddress: oneLineAddress(file.previousAddress) } : {}),
      studentOrApprentice: file.status !== TenantStatus.UNSPECIFIED,
      documents: file.documents.flatMap(({ document }) => (document ? [document] : [])),
    },
  };
}

export const toKnownBuilding = (file: BuildingFile): KnownBuilding => ({
  id: file.id,
  code: file.code,
  name: file.name,
  address: [file.address?.line, `${file.address?.postalCode ?? ''} ${file.address?.city ?? ''}`.trim()]
    .filter(Boolean)
    .join(', '),
  postalCode: file.address?.postalCode ?? '',
});

const LINE_KINDS = {
  [RentLineKind.UNSPECIFIED]: '',
  [RentLineKind.RENT]: 'RENT',
  [RentLineKind.CHARGES]: 'CHARGES',
  [RentLineKind.OTHER]: 'OTHER',
} as const;

const toLine = ({ id, label, fiscalCode, amountCents, vatBp, kind }: RentLine): FiscalLine => ({
  id,
  label,
  fiscalCode,
  amountCents,
  vat: vatBp,
  kind: LINE_KINDS[kind],
});

function energyOf(certificates: readonly Certificate[]): EnergyDiagnostic | undefined {
  const newest = (kind: CertificateKind) =>
    certificates
      .filter((one) => one.kind === kind)
      .sort((one, other) => other.madeOn.localeCompare(one.madeOn))[0];
  const dpe = newest(CertificateKind.DPE);
  const attestation = newest(CertificateKind.ADEME_ATTESTATION);
  if (!dpe && !attestation) return undefined;
  return {
    number: dpe?.number ?? '',
    doneOn: dpe?.madeOn ?? '',
    energyClass: dpe?.energyClass ?? '',
    gesClass: dpe?.climateClass ?? '',
    attestationOn: attestation?.madeOn ?? '',
    attestationClass: attestation?.energyClass ?? '',
    yearlyCostFromCents: dpe?.costLowCents ?? 0,
    yearlyCostToCents: dpe?.costHighCents ?? 0,
  };
}

interface Around {
  readonly building: KnownBuilding | undefined;
  readonly owner: KnownParty | undefined;
  readonly mandate: MandateFile | undefined;
  readonly entityId: string;
}

export function toKnownUnit(file: UnitFile, { building, owner, mandate, entityId }: Around): KnownUnit {
  const energy = energyOf(file.certificates);
  const kind = enumName(UnitKindSchema, file.kind);
  return {
    id: file.id,
    label: file.label || file.managementCode,
    buildingName: building?.name ?? '',
    buildingCode: building?.code ?? '',
    postalCode: building?.postalCode ?? '',
    kind: (kind === 'UNSPECIFIED' ? '' : kind) as UnitForm['kind'],
    furnished: file.furnished,
    habitableSurface: file.habitableDm2,
    taxIdentifier: file.taxIdentifier,
    referenceLines: file.referenceLines.map(toLine),
    depositCents: file.referenceDepositCents,
    lastRentCents: file.lastRentCents,
    lastDepartureOn: file.lastLeftOn,
    ...(energy ? { energy } : {}),
    mandateId: file.mandateId,
    managerId: file.managerId,
    accountantId: file.accountantId,
    assistantId: file.assistantId,
    companyOwner: owner?.form.kind === 'COMPANY' && !owner.form.familySci,
    gli: mandate?.gliIncluded ?? false,
    entityId,
    presentTenants: '',
    leavesOn: '',
  };
}

export const toKey = ({ kind, scope, value }: Key) => ({ kind: KeyKind[kind], scope, value });

export const fromKey = ({ kind, scope, value }: FileKey): Key => ({
  kind: enumName(KeyKindSchema, kind) as Key['kind'],
  scope,
  value,
});
