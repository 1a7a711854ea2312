import type { Rule } from './rule.js';

const row = (
  id: string,
  code: string,
  severity: Rule['severity'],
  from: string,
  source: string,
  values: Rule['values'] = {},
  until = '',
): Rule => ({ id, code, severity, from, until, territory: 'FR', source, values });

const LAW_89 = 'loi 89-462 du 6 juillet 1989';
const DECREE_72 = 'décret 72-678 du 20 juillet 1972';

/**
 * Rules of mandates and leases, from specification "property". Those it marks [check] warn.
 * Dates before the texts were last changed are the texts' own: older leases are not judged here.
 */
export const RULES: readonly Rule[] = [
  row('mandate.money', 'POWER_OF_RECEIVING_MONEY_MISSING', 'REFUSES', '1972-07-22', `${DECREE_72}, art. 66`),
  row('mandate.accounts', 'ACCOUNTS_YEARLY_AT_LEAST', 'REFUSES', '1972-07-22', `${DECREE_72}, art. 66`),
  row('mandate.fees', 'FEES_MISSING', 'REFUSES', '1972-07-22', `${DECREE_72}, art. 66`),

  row('lease.length.unfurnished', 'LEASE_TOO_SHORT', 'REFUSES', '1989-07-08', `${LAW_89}, art. 10`, {
    months: '36',
  }),
  row(
    'lease.length.company',
    'LEASE_TOO_SHORT_FOR_COMPANY',
    'WARNS',
    '1989-07-08',
    `${LAW_89}, art. 10 et 13`,
    {
      months: '72',
    },
  ),
  row('lease.length.furnished', 'LEASE_TOO_SHORT', 'REFUSES', '2014-03-27', `${LAW_89}, art. 25-7`, {
    months: '12',
  }),
  row('lease.length.student', 'LEASE_TOO_SHORT', 'REFUSES', '2014-03-27', `${LAW_89}, art. 25-7`, {
    months: '9',
  }),
  row(
    'lease.length.mobility',
    'LEASE_LENGTH_OUT_OF_RANGE',
    'REFUSES',
    '2018-11-25',
    `${LAW_89}, art. 25-14`,
    {
      from: '1',
      to: '10',
    },
  ),
  row(
    'lease.length.commercial',
    'LEASE_TOO_SHORT',
    'REFUSES',
    '1953-09-30',
    'code de commerce, art. L145-4',
    {
      months: '108',
    },
  ),
  row('lease.tax-identifier', 'TAX_IDENTIFIER_MISSING', 'WARNS', '2024-01-01', `${LAW_89}, art. 3`),
  row('lease.surface', 'SURFACE_MISSING', 'WARNS', '2009-03-28', `${LAW_89}, art. 3`),
  row('lease.last-rent', 'LAST_RENT_MISSING', 'WARNS', '2014-03-27', `${LAW_89}, art. 3`, { months: '18' }),
  row(
    'lease.class-g',
    'CLASS_NOT_TO_BE_LET',
    'REFUSES',
    '2025-01-01',
    'loi 2021-1104 du 22 août 2021, art. 160',
    {
      classes: 'G',
    },
  ),
  row(
    'lease.class-g',
    'CLASS_NOT_TO_BE_LET',
    'REFUSES',
    '2028-01-01',
    'loi 2021-1104 du 22 août 2021, art. 160',
    {
      classes: 'FG',
    },
  ),
  row(
    'lease.class-g',
    'CLASS_NOT_TO_BE_LET',
    'REFUSES',
    '2034-01-01',
    'loi 2021-1104 du 22 août 2021, art. 160',
    {
      classes: 'EFG',
    },
  ),
  row('lease.dpe', 'DPE_MISSING', 'WARNS', '2007-07-01', `${LAW_89}, art. 3-3`),

  row('deposit.unfurnished', 'DEPOSIT_TOO_HIGH', 'REFUSES', '2008-02-09', `${LAW_89}, art. 22`, {
    months: '1',
  }),
  row('deposit.furnished', 'DEPOSIT_TOO_HIGH', 'REFUSES', '2014-03-27', `${LAW_89}, art. 25-6`, {
    months: '2',
  }),
  row('deposit.mobility', 'DEPOSIT_FORBIDDEN', 'REFUSES', '2018-11-25', `${LAW_89}, art. 25-17`),
  row('deposit.advance', 'DEPOSIT_WITH_RENT_IN_ADVANCE', 'WARNS', '1989-07-08', `${LAW_89}, art. 22`, {
    months: '2',
  }),

  row('guarantee.gli', 'GUARANTOR_WITH_GLI', 'REFUSES', '2009-03-28', `${LAW_89}, art. 22-1`),
  row('guarantee.company', 'GUARANTOR_FOR_COMPANY', 'WARNS', '2009-03-28', `${LAW_89}, art. 22-1`),
  row('guarantee.sharer', 'GUARANTOR_NAMES_NO_SHARER', 'REFUSES', '2014-03-27', `${LAW_89}, art. 8-1`),

  row('revision.frozen', 'CLASS_FROZEN', 'REFUSES', '2022-08-24', `${LAW_89}, art. 17-1`, { classes: 'FG' }),
  row('revision.yearly', 'REVISED_THIS_YEAR', 'REFUSES', '1989-07-08', `${LAW_89}, art. 17-1`, {
    months: '12',
  }),
  row('revision.late', 'REVISION_TOO_LATE', 'REFUSES', '2014-03-27', `${LAW_89}, art. 17-1`, {
    months: '12',
  }),
  row('revision.index', 'INDEX_OF_ANOTHER_KIND', 'REFUSES', '2008-02-09', `${LAW_89}, art. 17-1`),
];
