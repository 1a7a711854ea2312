import type { Rule } from './checks.js';
import {
  atMost,
  code,
  faultsOf,
  firstFault,
  id,
  line,
  mail,
  matching,
  mobile,
  name,
  optional,
  phone,
  repeated,
  required,
} from './checks.js';
import type { FieldError } from '@intervia/rules';
import type { Publication, PublishedClient, PublishedUser } from './publication.js';
import { MOST_RECORDS, placedFiles, recordCount } from './publication.js';
import { checkFile } from './property/check-file.js';
import type { AccountingEntity, ProfessionalCard } from './property/entity.js';
import type { SaleFile } from './property/sale.js';
import { faultsOfShape } from './property/shape.js';
import type { Agency, Building, Contractor, Party, Unit } from './records.js';
import { normaliseMail } from './sign-in.js';

/** OVH, "sender". */
const smsSender = optional(matching(/^[A-Za-z0-9]{1,11}$/, 'INVALID_SENDER'));
const password = optional(matching(/^.{8,200}$/su, 'INVALID_PASSWORD'));

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

const entityRules: readonly Rule<AccountingEntity>[] = [
  ['id', (e) => e.id, id],
  ['name', (e) => e.name, required],
];
const saleRules: readonly Rule<SaleFile>[] = [
  ['id', (s) => s.id, id],
  ['entityId', (s) => s.entityId, required],
  ['unitId', (s) => s.unitId, required],
  ['kind', (s) => s.kind, required],
];
const cardRules: readonly Rule<ProfessionalCard>[] = [
  ['id', (c) => c.id, id],
  ['number', (c) => c.number, required],
];

const faultsOfShapes = (records: readonly object[], kind: string): FieldError[] =>
  records.flatMap((record, at) => faultsOfShape(record, `${kind}.${String(at)}`));

/** An absence ends after it begins, and somebody else takes over. */
const faultsOfAbsence = ({ id, absence }: PublishedUser, at: number): FieldError[] => {
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
): FieldError[] => [
  ...records.flatMap((record, at) => faultsOf(rules, record, `${kind}.${String(at)}`)),
  ...repeated(
    records.map((record) => record.id),
    (at) => `${kind}.${String(at)}.id`,
    'DUPLICATE',
  ),
];

function faultsOfFiles({ files }: Publication): FieldError[] {
  const placed = placedFiles(files);
  return [
    ...placed.flatMap(({ file, path }) => checkFile(file, path)),
    ...repeated(
      placed.map(({ file }) => `${file.kind}/${file.record.id}`),
      (at) => `${placed[at]?.path ?? ''}.id`,
      'DUPLICATE',
    ),
  ];
}

/** Everything wrong with a publication by itself; an empty list when it may be stored. */
export function checkPublication(publication: Publication): FieldError[] {
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
    ...faultsOfAll(entityRules, publication.entities, 'entities'),
    ...faultsOfShapes(publication.entities, 'entities'),
    ...faultsOfAll(cardRules, publication.cards, 'cards'),
    ...faultsOfShapes(publication.cards, 'cards'),
    ...faultsOfAll(saleRules, publication.sales, 'sales'),
    ...faultsOfShapes(publication.sales, 'sales'),
    ...faultsOfFiles(publication),
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
