import { crc32 } from 'node:zlib';

/**
 * Reads CAFX 1.0 by offsets typed from the page that describes it, and knows nothing of our layouts or writer: what both
 * agree on is right, or the page is wrong.
 */
export interface ReadFile {
  header: Record<string, string>;
  details: Record<string, string>[];
  trailer: Record<string, string>;
  /** Everything that breaks the page's own rules; empty for a good file. */
  breaches: string[];
}

type Table = readonly (readonly [name: string, start: number, length: number, type: 'N' | 'A'])[];

const PREFIX: Table = [
  ['message', 1, 2, 'N'],
  ['record', 3, 2, 'N'],
  ['version', 5, 2, 'N'],
  ['organisme', 7, 3, 'N'],
  ['codeBailleur', 10, 8, 'A'],
  ['line', 18, 6, 'N'],
  ['aidType', 24, 3, 'N'],
];
const HEADER: Table = [
  ['createdDate', 27, 8, 'N'],
  ['createdTime', 35, 6, 'N'],
  ['fileNumber', 41, 6, 'N'],
  ['siret', 47, 14, 'N'],
  ['company', 61, 32, 'A'],
  ['etablissement', 93, 5, 'N'],
  ['guichet', 98, 5, 'N'],
  ['compte', 103, 11, 'A'],
  ['cleRib', 114, 2, 'N'],
  ['iban', 116, 34, 'A'],
  ['referenceDate', 150, 8, 'N'],
  ['environment', 158, 1, 'A'],
  ['filler', 159, 82, 'A'],
];
const COMMON: Table = [
  ['unique', 27, 18, 'A'],
  ['allocataire', 45, 15, 'A'],
  ['lastName', 60, 20, 'A'],
  ['firstName', 80, 12, 'A'],
  ['entry', 92, 8, 'N'],
  ['account', 100, 12, 'A'],
  ['flatShare', 112, 1, 'A'],
  ['sharers', 113, 2, 'N'],
  ['postcode', 115, 5, 'A'],
  ['furnished', 120, 1, 'A'],
  ['filler1', 121, 10, 'A'],
];
const OWN: Readonly<Record<string, Table>> = {
  '12': [
    ['referenceMonth', 131, 6, 'N'],
    ['rentShare', 137, 9, 'N'],
    ['charges', 146, 9, 'N'],
    ['rentDwelling', 155, 9, 'N'],
    ['effective', 164, 8, 'N'],
    ['julyPaid', 172, 1, 'A'],
    ['upToDate', 173, 1, 'A'],
    ['filler', 174, 67, 'A'],
  ],
  '32': [
    ['rule', 131, 1, 'N'],
    ['constituted', 132, 8, 'N'],
    ['firstUnpaid', 140, 6, 'N'],
    ['lastUnpaid', 146, 6, 'N'],
    ['months', 152, 2, 'N'],
    ['debt', 154, 9, 'N'],
    ['rent', 163, 9, 'N'],
    ['charges', 172, 9, 'N'],
    ['aid', 181, 9, 'N'],
    ['threshold', 190, 9, 'N'],
    ['toLandlord', 199, 1, 'A'],
    ['plan', 200, 1, 'A'],
    ['planDate', 201, 8, 'N'],
    ['recovery', 209, 1, 'A'],
    ['filler', 210, 31, 'A'],
  ],
  '42': [
    ['reason', 131, 1, 'N'],
    ['nature', 132, 1, 'A'],
    ['notice', 133, 8, 'N'],
    ['noticeEnd', 141, 8, 'N'],
    ['departure', 149, 8, 'N'],
    ['lastPaid', 157, 1, 'A'],
    ['balance', 158, 9, 'N'],
    ['address', 167, 32, 'A'],
    ['newPostcode', 199, 5, 'A'],
    ['town', 204, 26, 'A'],
    ['sharersLeft', 230, 2, 'N'],
    ['filler', 232, 9, 'A'],
  ],
};
const TRAILER: Table = [
  ['details', 27, 6, 'N'],
  ['total1', 33, 12, 'N'],
  ['total2', 45, 12, 'N'],
  ['crc', 57, 8, 'A'],
  ['filler', 65, 176, 'A'],
];
const SUMMED: Readonly<Record<string, readonly [string, string?]>> = {
  '12': ['rentShare', 'charges'],
  '32': ['debt'],
  '42': ['balance'],
};
const LENGTH = 242;

export function readIndependently(bytes: Buffer): ReadFile {
  const breaches: string[] = [];
  const records: Record<string, string>[] = [];
  if (bytes.length % LENGTH !== 0) breaches.push(`${bytes.length} bytes are no whole records`);
  for (let at = 0; at + LENGTH <= bytes.length; at += LENGTH) {
    const line = bytes.subarray(at, at + LENGTH).toString('latin1');
    const where = `line ${records.length + 1}`;
    if (!line.endsWith('\r\n')) breaches.push(`${where}: no CR LF`);
    if (!/^[\x20-\x5f\x7b-\x7e]{240}\r\n$/.test(line)) breaches.push(`${where}: not upper-case ASCII`);
    records.push(readRecord(line, where, breaches));
  }
  const [header = {}, ...rest] = records;
  const trailer = rest.pop() ?? {};
  checkWhole(bytes, header, rest, trailer, breaches);
  return { header, details: rest, trailer, breaches };
}

function readRecord(line: string, where: string, breaches: string[]): Record<string, string> {
  const kind = line.slice(2, 4);
  const tables: Readonly<Record<string, Table>> = {
    '03': [...PREFIX, ...HEADER],
    '06': [...PREFIX, ...COMMON, ...(OWN[line.slice(0, 2)] ?? [])],
    '08': [...PREFIX, ...TRAILER],
  };
  const record: Record<string, string> = {};
  let next = 1;
  for (const [name, start, length, type] of tables[kind] ?? []) {
    if (start !== next) breaches.push(`${where}: the page itself has a hole at ${next}`);
    next = start + length;
    const text = line.slice(start - 1, start - 1 + length);
    if (type === 'N' && !/^\d+$/.test(text)) breaches.push(`${where}: ${name} is ${JSON.stringify(text)}`);
    if (type === 'A' && text.startsWith(' ') && text.trim() !== '')
      breaches.push(`${where}: ${name} not to the left`);
    if (name.startsWith('filler') && text.trim() !== '') breaches.push(`${where}: filler holds ${text}`);
    record[name] = text.trimEnd();
  }
  if (next !== 241) breaches.push(`${where}: unknown record ${kind}`);
  return record;
}

function checkWhole(
  bytes: Buffer,
  header: Record<string, string>,
  details: Record<string, string>[],
  trailer: Record<string, string>,
  breaches: string[],
): void {
  const expect = (what: string, found: unknown, wanted: unknown) => {
    if (found !== wanted) breaches.push(`${what}: ${String(found)}, ${String(wanted)} wanted`);
  };
  expect('first record', header['record'], '03');
  expect('last record', trailer['record'], '08');
  [header, ...details, trailer].forEach((record, index) => {
    expect('line number', Number(record['line']), index + 1);
    expect('version', record['version'], '01');
    expect('organisme', record['organisme'], header['organisme']);
    expect('code bailleur', record['codeBailleur'], header['codeBailleur']);
    if (record['record'] === '06') expect('aid type', ['900', '999'].includes(record['aidType'] ?? ''), true);
    else expect('aid type', record['aidType'], '000');
  });
  expect('details', Number(trailer['details']), details.length);
  const [one, two] = SUMMED[header['message'] ?? ''] ?? [''];
  const sum = (name: string) => details.reduce((total, record) => total + Number(record[name]), 0);
  expect('total 1', Number(trailer['total1']), sum(one));
  expect('total 2', Number(trailer['total2']), two ? sum(two) : 0);
  const before = bytes.subarray(0, bytes.length - LENGTH + 56);
  expect('crc', trailer['crc'], crc32(before).toString(16).toUpperCase().padStart(8, '0'));
}
