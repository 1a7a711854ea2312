import {
  FileBuilder,
  LineCutter,
  StatementReader,
  caf12Row,
  detailOf,
  gather,
  headerValues,
  openLayouts,
  personsOf,
} from '@intervia/caf-bridge/core';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import type { Measure } from './measure.js';
import { compare } from './measure.js';

const TENANTS = 100_000;
/** As the directory gives them. */
const PAGE = 25;
const ROUNDS = 9;
/** A statement is read in some hundredths of a second: more rounds, for a median that a busy machine does not make. */
const READINGS = 15;
const SAMPLE_MS = 20;
const HEAD = { organisme: '075', bailleur: '12345' };

const organisme = { organisme: '075', scheme: 'CAF' as const, label: '', codeBailleur: '12345' };
const settings = {
  ...{ entityId: 'e', companyName: 'Cabinet des Tilleuls', siret: '73282932000074', etablissement: '20041' },
  ...{
    guichet: '01005',
    compte: '0500013M026',
    iban: 'FR1420041010050500013M02606',
    organismes: [organisme],
  },
  ...{ fiscalCodes: [], noticeSendsP: false, arrearsFilter: 'MANUAL' as const, environment: 'T' as const },
  ...{ fileNames: {}, layouts: {}, stationId: 's' },
};

const NAMES = ['Lefèvre', 'Dupont', 'Bœuf', 'Nguyễn', 'Martin', 'De La Rochefoucauld-Montbrison'];

const aTenancy = (n: number) => ({
  ...{ accountId: `a${n}`, account: `411${String(n).padStart(7, '0')}`, entityId: 'e', leaseId: `l${n}` },
  ...{ unitLabel: '', address: '', postcode: '75011', furnished: n % 3 === 0, flatShare: false },
  occupants: [
    {
      ...{
        id: `a${n}`,
        lastName: NAMES[n % NAMES.length] ?? '',
        firstName: 'Zoé',
        entryDate: '2024-09-01',
        share: 0,
      },
      aid: {
        ...{
          scheme: 'CAF' as const,
          organisme: '075',
          type: 'APL' as const,
          allocataire: String(1_000_000 + n),
        },
        ...{ uniqueNumber: `CAF${String(n).padStart(15, '0')}`, monthlyCents: 25_000, toLandlord: true },
      },
    },
  ],
  lines: [
    { label: 'Loyer', fiscalCode: 'LOY', nature: 'RENT' as const, cents: 65_000 + n },
    { label: 'Charges', fiscalCode: 'CHA', nature: 'CHARGES' as const, cents: 8_000 },
  ],
  ...{ firstRentCallOn: '2024-09-01', calls: [], balanceCents: 0, recoveryStarted: false },
});

/** Tenants are there before the clock runs, some pages that come again and again: making them is the directory's work. */
const PAGES = Array.from({ length: 40 }, (_, page) =>
  Array.from({ length: PAGE }, (_one, n) => aTenancy(page * PAGE + n)),
);

async function* records(): AsyncGenerator<Uint8Array> {
  const builder = new FileBuilder(openLayouts().get('CAF12'), HEAD, crc32);
  const request = { settings, organisme, year: 2026, today: '2026-08-03' };
  const issue = { number: 1, createdOn: '2026-08-03', createdAt: '10:15:30', referenceDate: '2026-07-01' };
  yield builder.header(headerValues(settings, issue));
  for (let from = 0; from < TENANTS; from += PAGE) {
    const page = PAGES[(from / PAGE) % PAGES.length] ?? [];
    const rows = page.flatMap(personsOf).map((person) => caf12Row(person, request));
    yield builder.add(rows.filter(({ exclusion }) => !exclusion).map(detailOf));
  }
  yield builder.trailer().bytes;
  if (builder.faultCount > 0) throw new Error(`faults: ${JSON.stringify(builder.faults[0])}`);
}

const write = (path: string, bytes: AsyncGenerator<Uint8Array>) =>
  pipeline(Readable.from(bytes), createWriteStream(path, { flush: true }));

/** The same bytes from one file to another, through Node's own streams. */
const copyOf = (from: string, to: string) =>
  pipeline(createReadStream(from), createWriteStream(to, { flush: true }));

async function* statement(): AsyncGenerator<Uint8Array> {
  const head = (code: string) => `${code}90007512345`;
  let sum = 0;
  yield Buffer.from(`${`${head('0302')}   050826PAIEMENT MENSUEL`.padEnd(120)}\r\n`, 'latin1');
  for (let n = 0; n < TENANTS; n += 1) {
    sum += 25_000 + n;
    const who = `   ${`CAF${String(n).padStart(15, '0')}`.padEnd(18)}${String(n).padStart(15, '0')}`;
    const name = `${(NAMES[n % 3] ?? '').toUpperCase().replace('Œ', 'OE').padEnd(20)}${'ZOE'.padEnd(12)}`;
    const amount = `${'2607'.padEnd(8)}${String(25_000 + n).padStart(11, '0')}${'0'.padStart(11, '0')}`;
    yield Buffer.from(`${`${head('0602')}${who}${name}${amount}`.padEnd(120)}\r\n`, 'latin1');
  }
  const total = `${String(TENANTS).padStart(6, '0')}${String(sum).padStart(11, '0')}${'0'.padStart(11, '0')}`;
  yield Buffer.from(`${`${head('0802').padEnd(85)}${total}`.padEnd(120)}\r\n`, 'latin1');
}

/** Read at boot, once. */
const layout = openLayouts().get('STATEMENT');

/** As an import reads it whole before it takes a line: every record, field, count and sum. */
async function readOurs(path: string): Promise<number> {
  let cents = 0;
  const reader = new StatementReader(layout, (detail) => (cents += detail.amountCents));
  const cutter = new LineCutter();
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    cutter.push(chunk, (line) => reader.push(line));
  }
  cutter.end((line) => reader.push(line));
  if (reader.end().amountCents !== cents) throw new Error('the sum is not that of the lines');
  return cents;
}

/** The same bytes through the same stream, and nothing asked of them. */
async function readBare(path: string): Promise<number> {
  let length = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) length += chunk.length;
  return length;
}

/** Megabytes a second. */
async function rateOf(path: string, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  const { size } = await stat(path);
  return size / 1e6 / ((performance.now() - start) / 1_000);
}

/** Most that this process held, in megabytes, beside what it began with. */
function watchMemory(): () => { peak_mb: number } {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  return () => {
    clearInterval(timer);
    return { peak_mb: Math.round(Math.max(peak, process.memoryUsage.rss()) / 1e6) };
  };
}

/**
 * A CAF12 of 100,000 tenants beside a stream of the same bytes onto the same disk, and a statement of 100,000 lines beside a stream
 * of the same bytes, in turns; with the most memory that the process held.
 */
export async function* benchCaf(): AsyncIterable<Measure> {
  const dir = await mkdtemp(join(tmpdir(), 'intervia-caf-bench-'));
  const [file, copy, taken] = [join(dir, 'caf12.txt'), join(dir, 'copy.txt'), join(dir, 'statement.txt')];
  try {
    const written = watchMemory();
    const made = await compare(
      'caf: CAF12, 100,000 tenants',
      'MB/s',
      ROUNDS,
      () => rateOf(file, () => write(file, gather(records()))),
      () => rateOf(copy, () => copyOf(file, copy)),
    );
    yield { ...made, ...written() };
    await write(taken, statement());
    const held = watchMemory();
    const read = await compare(
      'caf: statement, 100,000 lines',
      'MB/s',
      READINGS,
      () => rateOf(taken, () => readOurs(taken)),
      () => rateOf(taken, () => readBare(taken)),
    );
    yield { ...read, ...held() };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
