import type { DescEnum, DescMessage } from '@bufbuild/protobuf';
import {
  AccountingEntitySchema,
  AccountKindSchema,
  AidFundSchema,
  AidKindSchema,
  AlarmKindSchema,
  CardMentionSchema,
  CertificateKindSchema,
  ContactChannelSchema,
  DebitBasisSchema,
  DepartureReasonSchema,
  GenderSchema,
  GuarantorKindSchema,
  HeatingSchema,
  LeaseKindSchema,
  MandatePowerSchema,
  MandateRenewalSchema,
  PartyKindSchema,
  PeriodicitySchema,
  PostingKindSchema,
  PostingSchema,
  ProfessionalCardSchema,
  ProRataMethodSchema,
  SaleFileSchema,
  SaleKindSchema,
  RentIndexSchema,
  RentLineKindSchema,
  SettlementSchema,
  TenantStatusSchema,
  UnitKindSchema,
} from '@intervia/contracts';
import { describe, expect, it } from '@jest/globals';
import { SETTLEMENTS } from '../../domain/property/account.js';
import { HEATINGS } from '../../domain/property/building.js';
import { EMPTY_CARD, EMPTY_ENTITY } from '../../domain/property/entity.js';
import * as leases from '../../domain/property/lease.js';
import { MANDATE_POWERS, MANDATE_RENEWALS } from '../../domain/property/mandate.js';
import { CONTACT_CHANNELS, GENDERS, PARTY_KINDS, TENANT_STATUSES } from '../../domain/property/party.js';
import { EMPTY_POSTING, POSTING_KINDS } from '../../domain/property/posting.js';
import { EMPTY_FILES, FILE_KINDS } from '../../domain/property/property-file.js';
import { EMPTY_SALE, SALE_KINDS } from '../../domain/property/sale.js';
import { CERTIFICATE_KINDS, UNIT_KINDS } from '../../domain/property/unit.js';
import * as values from '../../domain/property/values.js';
import { aLease, aSharer } from '../../testing/property-builders.js';
import { fromMessage, toMessage } from './plain.js';
import { FILE_SCHEMAS } from './property-file.js';

const names = ({ fields }: DescMessage): string[] => fields.map(({ localName }) => localName).toSorted();
const words = ({ values: all, sharedPrefix = '' }: DescEnum): string[] =>
  all.slice(1).map(({ name }) => name.slice(sharedPrefix.length).toLowerCase().replaceAll('_', '-'));

describe('records of the domain and messages of the contract', () => {
  it.each([
    ...FILE_KINDS.map((kind) => [kind, FILE_SCHEMAS[kind], EMPTY_FILES[kind]] as const),
    ['entity', AccountingEntitySchema, EMPTY_ENTITY] as const,
    ['card', ProfessionalCardSchema, EMPTY_CARD] as const,
    ['posting', PostingSchema, EMPTY_POSTING] as const,
    ['sale', SaleFileSchema, EMPTY_SALE] as const,
  ])('have the same fields: %s', (_kind, schema, empty) => {
    expect(Object.keys(empty).toSorted()).toEqual(names(schema));
  });

  it.each<[DescEnum, readonly string[]]>([
    [AccountKindSchema, values.ACCOUNT_KINDS],
    [SaleKindSchema, SALE_KINDS],
    [ProRataMethodSchema, values.PRO_RATA_METHODS],
    [CardMentionSchema, values.CARD_MENTIONS],
    [PeriodicitySchema, values.PERIODICITIES],
    [RentLineKindSchema, values.RENT_LINE_KINDS],
    [PartyKindSchema, PARTY_KINDS],
    [GenderSchema, GENDERS],
    [ContactChannelSchema, CONTACT_CHANNELS],
    [TenantStatusSchema, TENANT_STATUSES],
    [SettlementSchema, SETTLEMENTS],
    [HeatingSchema, HEATINGS],
    [UnitKindSchema, UNIT_KINDS],
    [CertificateKindSchema, CERTIFICATE_KINDS],
    [MandatePowerSchema, MANDATE_POWERS],
    [MandateRenewalSchema, MANDATE_RENEWALS],
    [LeaseKindSchema, leases.LEASE_KINDS],
    [RentIndexSchema, leases.RENT_INDEXES],
    [AidKindSchema, leases.AID_KINDS],
    [AidFundSchema, leases.AID_FUNDS],
    [DebitBasisSchema, leases.DEBIT_BASES],
    [GuarantorKindSchema, leases.GUARANTOR_KINDS],
    [AlarmKindSchema, leases.ALARM_KINDS],
    [DepartureReasonSchema, leases.DEPARTURE_REASONS],
    [PostingKindSchema, POSTING_KINDS],
  ])('speak the same words, in the same order: %s', (schema, known) => {
    expect([...known]).toEqual(words(schema));
  });

  it('go there and back, however deep', () => {
    const lease = aLease({
      flatShare: true,
      sharers: [aSharer()],
      notices: [
        {
          id: 'n',
          sharerId: '',
          reason: 'death',
          receivedOn: '2026-01-01',
          leavesOn: '2026-02-01',
          remarks: '',
        },
      ],
    });
    const message = toMessage(FILE_SCHEMAS.lease, lease);
    expect(fromMessage(FILE_SCHEMAS.lease, message)).toEqual({
      ...lease,
      sharers: [{ ...aSharer(), aid: undefined }],
      notices: [{ ...lease.notices[0], newAddress: undefined }],
    });
  });

  it('read an unknown word of a newer caller as none', () => {
    const message = { ...toMessage(FILE_SCHEMAS.lease, aLease()), kind: 99 };
    expect(fromMessage(FILE_SCHEMAS.lease, message)).toMatchObject({ kind: '' });
  });
});
