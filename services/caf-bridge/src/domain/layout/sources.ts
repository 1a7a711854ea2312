import type { Sources } from './layout.js';

/** Set by the writer itself. */
const WRITER = ['lineNumber', 'organisme', 'bailleur', 'aidType'] as const;

const HEADER = [
  ...WRITER,
  ...['createdOn', 'createdAt', 'fileNumber', 'siret', 'companyName', 'etablissement', 'guichet', 'compte'],
  ...['cleRib', 'iban', 'referenceDate', 'environment'],
] as const;

const TRAILER = [...WRITER, 'details', 'total1', 'total2', 'crc32'] as const;

const COMMON = [
  ...WRITER,
  ...['uniqueNumber', 'allocataire', 'lastName', 'firstName', 'entryDate', 'account', 'flatShare', 'sharers'],
  ...['postcode', 'furnished'],
] as const;

/** The values of each record that a layout may place: the contract between the rules and a convention's layout. */
export const SOURCES: Sources = {
  CAF12: {
    header: HEADER,
    detail: [
      ...COMMON,
      ...['referenceMonth', 'rentShare', 'charges', 'rentDwelling', 'effectiveDate', 'julyPaid', 'upToDate'],
    ],
    trailer: TRAILER,
  },
  CAF32: {
    header: HEADER,
    detail: [
      ...COMMON,
      ...['rule', 'constitutedOn', 'firstUnpaid', 'lastUnpaid', 'unpaidMonths', 'debt', 'rent', 'charges'],
      ...['aid', 'threshold', 'paidToLandlord', 'plan', 'planDate', 'recovery'],
    ],
    trailer: TRAILER,
  },
  CAF42: {
    header: HEADER,
    detail: [
      ...COMMON,
      ...[
        'reason',
        'nature',
        'noticeDate',
        'noticeEnd',
        'departedOn',
        'lastMonthPaid',
        'balance',
        'newAddress',
      ],
      ...['newPostcode', 'newTown', 'sharersLeft'],
    ],
    trailer: TRAILER,
  },
  STATEMENT: {
    header: ['code', 'aidType', 'organisme', 'bailleur', 'date', 'label'],
    detail: [
      ...['code', 'aidType', 'organisme', 'bailleur', 'reference', 'allocataire', 'lastName', 'firstName'],
      ...['year', 'month', 'amount', 'withheld'],
    ],
    subtotal: ['code', 'aidType', 'organisme', 'bailleur'],
    trailer: ['code', 'aidType', 'organisme', 'bailleur', 'details', 'amount', 'withheld'],
  },
};
