import { describe, expect, it, jest } from '@jest/globals';
import { FixedClock } from '@intervia/clock';
import { Transformer } from '@napi-rs/image';
import { buffer } from 'node:stream/consumers';
import { setImmediate as breath } from 'node:timers/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import type { ReportContent, ReportTicket } from '../../application/reports/report-content.js';
import { aDocument, anEntry } from '../../testing/builders.js';
import { aReport, aTicketOfReport, contentOf, photosOf } from '../../testing/reports.js';
import { PdfReportWriter } from './pdf-report-writer.js';

// Fonts are parsed anew for each document, which a busy machine does slowly.
jest.setTimeout(60_000);

const writer = new PdfReportWriter();

async function read(content: ReportContent) {
  const bytes = await buffer(writer.pdf(content));
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  return { bytes, pdf, text: text.replace(/\s+/gu, ' ') };
}

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const rolesOf = ({ role = '', children = [] }: Node): string[] => [role, ...children.flatMap(rolesOf)];

async function jpegOf(): Promise<Buffer> {
  return new Transformer(
    await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(128), 40, 30).png(),
  ).jpeg(70);
}

describe('a report by period', () => {
  it('tells six figures, works by trade, and each ticket with the chosen data', async () => {
    const { text, pdf } = await read(contentOf({}, [aTicketOfReport()]));
    for (const part of [
      'Tickets clos du 01/01/2026 au 31/12/2026',
      'Résidence Les Tilleuls',
      'Montant facturé TTC',
      'Plomberie',
      'Ordre de service n° 1042 – Fuite dans le hall',
      'Plomberie Bernard (Plomberie), terminé le 27/11/2026, facturé 123,45 €',
      'Intervention acceptée',
    ])
      expect(text).toContain(part);
    const [top] = (await pdf.getOutline()) ?? [];
    expect(top?.items.map(({ title }: { title: string }) => title)).toEqual([
      ...['Lieu', 'En bref', 'Travaux par activité', 'Tickets de la période'],
    ]);
  });

  it('is a tree of headings, tables with their heads, and figures with their text', async () => {
    const jpeg = await jpegOf();
    const photos = [
      { document: aDocument(), isAfter: false, jpeg },
      { document: aDocument({ name: 'IMG_0001.heic' }), isAfter: true, jpeg: undefined },
    ];
    const ticket = aTicketOfReport({ photos: photosOf(photos) });
    const { pdf, text, bytes } = await read(contentOf({ version: 'FILE' }, [ticket]));
    const trees = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getStructTree()),
    );
    const roles = trees.flatMap((tree) => rolesOf(tree as unknown as Node));
    for (const role of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure', 'L'])
      expect(roles).toContain(role);
    expect(text).toContain('format non lisible ici, à ouvrir depuis le ticket) : IMG_0001.heic');
    const raw = bytes.toString('latin1');
    expect(raw).toContain('/Scope /Column');
    expect(raw.match(/\/Type \/FontDescriptor/g)?.length).toBe(raw.match(/\/FontFile[23] /g)?.length);
    expect(String((await pdf.getMetadata()).metadata?.getRaw())).toContain('pdfuaid:part>1');
    expect((await pdf.getPage(1)).view.map(Math.round)).toEqual([0, 0, 595, 842]);
  });

  it('writes names in Cyrillic and Arabic, and emoji', async () => {
    const subject = 'Ольга Шевченко, محمد علي 🔧 – fuite';
    const missions = [
      {
        company: 'ООО «Сантехник» محمد',
        trade: '🔧',
        quotedCents: 0,
        invoicedCents: 1,
        completedAt: undefined,
      },
    ];
    const { text } = await read(contentOf({}, [aTicketOfReport({ subject, missions })]));
    expect(text).toContain('Ольга Шевченко');
    expect(text).toContain('ООО «Сантехник»');
    expect(text).toMatch(/محمد|ﻣﺤﻤﺪ|دمحم/u);
    expect(text).toContain('🔧');
  });

  it('is whole when who reads it is slow, and the writer has to wait', async () => {
    const noise = Uint8Array.from({ length: 480 * 360 * 4 }, (_, at) => (at * 2_654_435_761) >>> 24);
    const jpeg = await new Transformer(await Transformer.fromRgbaPixels(noise, 480, 360).png()).jpeg(90);
    const count = Math.ceil((10 * 1024 * 1024) / jpeg.length);
    const photos = Array.from({ length: count }, () => ({ document: aDocument(), isAfter: false, jpeg }));
    const chunks: Buffer[] = [];
    for await (const chunk of writer.pdf(contentOf({}, [aTicketOfReport({ photos: photosOf(photos) })]))) {
      chunks.push(chunk as Buffer);
      await breath();
    }
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
    const { text } = await extractText(pdf, { mergePages: true });
    expect(text.replace(/\s+/gu, ' ')).toContain(`photo ${count} à la demande`);
  });

  it('says that nothing was closed', async () => {
    const { text } = await read(contentOf({}, []));
    expect(text).toContain('Aucun ticket n’a été clos sur la période.');
  });

  it('is not half a report when reading a ticket fails', async () => {
    async function* failing(): AsyncIterable<ReportTicket> {
      yield aTicketOfReport();
      throw new Error('the tickets service is away');
    }
    await expect(buffer(writer.pdf({ ...contentOf({}, []), tickets: failing() }))).rejects.toThrow(/away/);
  });
});

it('a carnet has each chapter of the decree, what was typed, and works that closed tickets know', async () => {
  const entry = { reference: 'P-17', year: 0, expiresOn: '2027-03-01', amountCents: 45_000 };
  const entries = [
    { chapter: 'INSURANCE' as const, subject: 'Multirisque', company: 'Assurances Martin', ...entry },
  ];
  const { text } = await read({
    ...contentOf({ kind: 'CARNET' }, []),
    carnet: { agencyId: 'tilleuls', buildingId: 'b-1', entries, version: 1 },
  });
  for (const part of [
    'décret n° 2001-477',
    'Multirisque Assurances Martin P-17 01/03/2027 450,00 €',
    'Gros travaux réalisés',
    'Assurances dommages-ouvrage en cours',
    'Contrats d’entretien et de maintenance',
    'Travaux issus du diagnostic technique global (DTG)',
    'Plan pluriannuel de travaux adopté',
    'Travaux connus des tickets clos',
    'Plomberie Bernard 123,45 €',
  ])
    expect(text).toContain(part);
});

it('a pack for a meeting has the works table and the draft of the council’s report', async () => {
  const { text } = await read(contentOf({ kind: 'MEETING' }, [aTicketOfReport({ history: [anEntry()] })]));
  for (const part of [
    'Devisé Voté ou accepté Facturé',
    'Total 110,00 € 110,00 € 123,45 €',
    'Projet de compte rendu',
    'art. 11 et 22',
  ])
    expect(text).toContain(part);
});

it('the same order is dated the same', () => {
  expect(writer.fileName(aReport({ requestedAt: FixedClock.at('2026-11-28T10:00:00Z').now() }))).toBe(
    'rapport-residence-les-tilleuls-2026-01-01-2026-12-31',
  );
});
