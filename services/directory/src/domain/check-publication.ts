import type { Fault } from './errors.js';
import type { Publication, PublishedClient, PublishedUser } from './publication.js';
import { MOST_RECORDS, recordCount } from './publication.js';
import type { Agency, Building, Contractor, Party, Unit } from './records.js';
import { normaliseMail } from './sign-in.js';

type Check = (value: string) => string | undefined;
type Rule<T> = readonly [field: string, read: (record: T) => string | readonly string[], ...checks: Check[]];

const matching =
  (pattern: RegExp, code: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : code;
const optional =
  (check: Check): Check =>
  (value) =>
    value === '' ? undefined : check(value);
const atMost =
  (length: number): Check =>
  (value) =>
    value.length > length ? 'TOO_LONG' : undefined;

const required: Check = (value) => (value.trim() === '' ? 'REQUIRED' : undefined);
/** Ids travel in subjects, paths and logs: printable, without blanks. */
const id = matching(/^[\w.:@-]{1,64}$/, 'INVALID_ID');
const mail = matching(/^[^\s@<>,;"]{1,64}@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/, 'INVALID_MAIL');
/** E.164, normalised by the publisher. */
const mobile = matching(/^\+[1-9]\d{6,14}$/, 'INVALID_MOBILE');
const phone = optional(matching(/^\+?[\d .()-]{4,24}$/, 'INVALID_PHONE'));
/** OVH, "sender". */
const smsSender = optional(matching(/^[A-Za-z0-9]{1,11}$/, 'INVALID_SENDER'));
const password = optional(matching(/^.{8,200}$/su, 'INVALID_PASSWORD'));
const name = atMost(200);
const line = atMost(300);
const code = atMost(50);

const agencyRules: readonly Rule<Agency>[] = [
  ['id', (a) => a.id, id],
  ['name', (a) => a.name, required, name],
  ['address', (a) => a.address, line],
  ['phone', (a) => a.phone, phone],
  ['mail', (a) => a.mail, optional(mail)],
  ['smsSender', (a) => a.smsSender, smsSender],
];
const userRules: readonly Rule<PublishedUser>[] = [
  ['id', (u) => u.id, id],
  ['name', (u) => u.name, required, name],
  ['mail', (u) => normaliseMail(u.mail), mail, name],
  ['phone', (u) => u.phone, phone],
  ['role', (u) => u.role ?? '', required],
  ['password', (u) => u.password, password],
];
const clientRules: readonly Rule<PublishedClient>[] = [
  ['partyId', (c) => c.partyId, required, id],
  ['mail', (c) => normaliseMail(c.mail), mail, name],
  ['password', (c) => c.password, password],
];
const partyRules: readonly Rule<Party>[] = [
  ['id', (p) => p.id, id],
  ['name', (p) => p.name, required, name],
  ['mails', (p) => p.mails, mail, name],
  ['mobiles', (p) => p.mobiles, mobile],
  ['phone', (p) => p.phone, phone],
];
const contractorRules: readonly Rule<Contractor>[] = [
  ['id', (c) => c.id, id],
  ['account', (c) => c.account, required, code],
  ['trade', (c) => c.trade, required, name],
  ['party.name', (c) => c.party.name, required, name],
  ['party.mails', (c) => c.party.mails, mail, name],
  ['party.mobiles', (c) => c.party.mobiles, mobile],
  ['party.phone', (c) => c.party.phone, phone],
  ['address', (c) => c.address, line],
];
const buildingRules: readonly Rule<Building>[] = [
  ['id', (b) => b.id, id],
  ['reference', (b) => b.reference, required, code],
  ['name', (b) => b.name, required, name],
  ['address', (b) => b.address, required, line],
  ['postalCode', (b) => b.postalCode, atMost(10)],
  ['city', (b) => b.city, name],
  ['digicode', (b) => b.digicode, code],
  ['council', (b) => b.council.map(({ partyId }) => partyId), required],
  ['syndic', (b) => (b.syndic || b.gerance ? 'managed' : ''), required],
];
const unitRules: readonly Rule<Unit>[] = [
  ['id', (u) => u.id, id],
  ['buildingId', (u) => u.buildingId, required],
  ['reference', (u) => u.reference, required, code],
  ['label', (u) => u.label, required, name],
  ['digicode', (u) => u.digicode, code],
  ['tenantIds', (u) => u.tenantIds, required],
];

const firstFault = (field: string, value: string, checks: readonly Check[]): Fault[] => {
  for (const check of checks) {
    const found = check(value);
    if (found) return [{ field, code: found }];
  }
  return [];
};

const faultsOf = <T>(rules: readonly Rule<T>[], record: T, path: string): Fault[] =>
  rules.flatMap(([field, read, ...checks]) => {
    const value = read(record);
    return typeof value === 'string'
      ? firstFault(`${path}.${field}`, value, checks)
      : value.flatMap((item, at) => firstFault(`${path}.${field}.${String(at)}`, item, checks));
  });

const repeated = (values: readonly string[], path: (at: number) => string, fault: string): Fault[] =>
  values.flatMap((value, at) => (values.indexOf(value) < at ? [{ field: path(at), code: fault }] : []));

/** An absence ends after it begins, and somebody else takes over. */
const faultsOfAbsence = ({ id, absence }: PublishedUser, at: number): Fault[] => {
  if (!absence) return [];
  const path = `users.${String(at)}.absence`;
  const { from, until, delegateId } = absence;
  return [
    // Also an invalid date: it is not before anything.
    ...(from < until ? [] : [{ field: `${path}.until`, code: 'INVALID_PERIOD' }]),
    ...(delegateId === '' ? [{ field: `${path}.delegateId`, code: 'REQUIRED' }] : []),
    ...(delegateId === id ? [{ field: `${path}.delegateId`, code: 'SAME_PERSON' }] : []),
  ];
};

const faultsOfAll = <T extends { id: string }>(
  rules: readonly Rule<T>[],
  records: readonly T[],
  kind: string,
): Fault[] => [
  ...records.flatMap((record, at) => faultsOf(rules, record, `${kind}.${String(at)}`)),
  ...repeated(
    records.map((record) => record.id),
    (at) => `${kind}.${String(at)}.id`,
    'DUPLICATE',
  ),
];

/** Everything wrong with a publication by itself; an empty list when it may be stored. */
export function checkPublication(publication: Publication): Fault[] {
  const { agencyId, agency, users, clients } = publication;
  if (recordCount(publication) > MOST_RECORDS) return [{ field: 'records', code: 'TOO_MANY' }];
  return [
    ...firstFault('agencyId', agencyId, [id]),
    ...(agency ? faultsOf(agencyRules, agency, 'agency') : []),
    ...(agency && agency.id !== agencyId ? [{ field: 'agency.id', code: 'OTHER_AGENCY' }] : []),
    ...faultsOfAll(userRules, users, 'users'),
    ...repeated(
      users.map((user) => normaliseMail(user.mail)),
      (at) => `users.${String(at)}.mail`,
      'DUPLICATE',
    ),
    ...users.flatMap(faultsOfAbsence),
    ...faultsOfAll(partyRules, publication.parties, 'parties'),
    ...faultsOfAll(contractorRules, publication.contractors, 'contractors'),
    ...faultsOfAll(buildingRules, publication.buildings, 'buildings'),
    ...faultsOfAll(unitRules, publication.units, 'units'),
    ...clients.flatMap((client, at) => faultsOf(clientRules, client, `clients.${String(at)}`)),
    ...repeated(
      clients.map(({ partyId }) => partyId),
      (at) => `clients.${String(at)}.partyId`,
      'DUPLICATE',
    ),
    ...repeated(
      clients.map((client) => normaliseMail(client.mail)),
      (at) => `clients.${String(at)}.mail`,
      'DUPLICATE',
    ),
  ];
}
