import { describe, expect, it, jest } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Dossier } from '../../application/dossier.js';
import type { Thumbnail } from '../../application/ports/renderers.js';
import { aDocument, aDossier, anEntry } from '../../testing/builders.js';
import { PdfSummaryRenderer } from './pdf-summary-renderer.js';

// Fonts are parsed anew for each document, which a busy machine does slowly.
jest.setTimeout(30_000);

const renderer = new PdfSummaryRenderer();

async function render(dossier: Dossier, thumbnails: Thumbnail[] = []) {
  const bytes = await buffer(renderer.render(dossier, thumbnails));
  const { text, totalPages } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return { bytes, totalPages, text: text.replace(/\s+/gu, ' ') };
}

describe('the summary', () => {
  it('tells the life of the ticket in French', async () => {
    const { bytes, text, totalPages } = await render(aDossier());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(totalPages).toBeLessThanOrEqual(2);
    for (const part of [
      'Agence des Tilleuls',
      'Ordre de service n° 1042',
      'Fuite sous l’évier de la cuisine – œil-de-bœuf, 50 €',
      'URGENT',
      'Clos le 27/11/2026 17:00',
      'Montant TTC 1 234,56 €',
      'Résidence Les Tilleuls, appartement 12',
      'M. Nguyễn',
      'Plomberie Łukasz & Fils',
      'Rendez-vous : mercredi 25 novembre 2026 à 14 h 30, durée prévue 1 h 30',
      '06 12 34 56 78',
      'Réponse de présence : en retard de 20 min',
      'Plomberie Łukasz & Fils (intervenant)',
      'Je passe demain',
      'Claire Moreau, saisie manuelle',
      'Documents : apres.jpg',
      'SMS, envoyé',
      'Page 1 / ',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('tells a quote: its amount, who approved it, the appointment', async () => {
    const appointment = { start: new Date('2026-12-02T08:00:00Z'), durationMinutes: 60 };
    const history = [
      anEntry({ fact: 'QuoteReceived', amountCents: 98_765 }),
      anEntry({ fact: 'ApprovalRequested', names: ['Jeanne Roux'] }),
      anEntry({ fact: 'ApprovalAnswered', actorKind: 'OWNER', actorName: 'Jeanne Roux', approved: true }),
      anEntry({ fact: 'AppointmentValidated', appointment }),
      anEntry({ fact: 'SteppedBack', status: 'QUOTE_ACCEPTED' }),
    ];
    const { text } = await render(aDossier({ type: 'SINGLE_QUOTE', history }));
    for (const part of [
      'Devis simple n° 1042',
      'Devis reçu : 987,65 € TTC',
      'Approbation du devis demandée à Jeanne Roux',
      'Devis approuvé Jeanne Roux (propriétaire)',
      'Rendez-vous validé : mercredi 2 décembre 2026 à 9 h',
      'Retour à l’étape « Devis accepté, attente de RDV »',
    ])
      expect(text).toContain(part);
  });

  it('is the same, byte for byte, when it is made again after a crash', async () => {
    expect((await render(aDossier())).bytes.equals((await render(aDossier())).bytes)).toBe(true);
  });

  it('goes on over as many pages as it takes, with photos', async () => {
    const picture = new Transformer(Buffer.from(PIXEL, 'base64'));
    const jpeg = await picture.jpeg();
    const thumbnails = Array.from({ length: 10 }, (_, index) => ({
      document: aDocument({ name: `p${index}.jpg` }),
      jpeg,
    }));
    const history = Array.from({ length: 120 }, (_, index) =>
      anEntry({ fact: 'NewInvoiceRequested', text: `n° ${index}` }),
    );
    const { text, totalPages } = await render(
      aDossier({ history, description: 'Long texte. '.repeat(900) }),
      thumbnails,
    );
    expect(totalPages).toBeGreaterThan(5);
    expect(text).toContain('n° 119');
    expect(text).toContain('p9.jpg');
    expect(text).toContain(`Page ${totalPages} / ${totalPages}`);
  });

  it('does with nothing, and with anything', async () => {
    const nobody = { label: '', address: '', reference: '', ownerName: '' };
    const empty = { missions: [], contacts: [], notified: [], documents: [], history: [], messages: [] };
    await render(
      aDossier({
        ...empty,
        agency: undefined,
        closedAt: undefined,
        place: nobody,
        subject: '',
        description: '',
      }),
    );
    const hostile = '😀\u0000\u202Eشكرا 漢字 \t\r\n%PDF <</JS>>';
    const { text } = await render(
      aDossier({ subject: hostile, history: [anEntry({ fact: 'FactOfALaterVersion', text: hostile })] }),
    );
    expect(text).toContain('FactOfALaterVersion');
  });

  it('says which file was lost', async () => {
    const { text } = await render(aDossier({ documents: [aDocument({ missing: true })] }));
    expect(text).toContain('fichier introuvable');
  });
});

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

interface Node {
  readonly role?: string;
  readonly alt?: string;
  readonly children?: readonly Node[];
}

const rolesOf = ({ role = '', children = [] }: Node): string[] => [role, ...children.flatMap(rolesOf)];
const find = (node: Node, role: string): Node[] => [
  ...(node.role === role ? [node] : []),
  ...(node.children ?? []).flatMap((child) => find(child, role)),
];

/** Read by another library than the one that writes. */
describe('the summary as PDF/UA', () => {
  async function opened() {
    const jpeg = await new Transformer(
      await Transformer.fromRgbaPixels(new Uint8Array(40 * 30 * 4).fill(128), 40, 30).png(),
    ).jpeg(70);
    const { bytes } = await render(aDossier(), [{ document: aDocument({ name: 'avant.jpg' }), jpeg }]);
    return { bytes, pdf: await getDocumentProxy(new Uint8Array(bytes)) };
  }

  it('is a tree of headings, lists and figures with their text', async () => {
    const { pdf } = await opened();
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getStructTree()),
    );
    const roles = pages.flatMap((tree) => rolesOf(tree as unknown as Node));
    expect(roles).toEqual(
      expect.arrayContaining(['Document', 'Sect', 'H1', 'H2', 'L', 'LI', 'Lbl', 'LBody']),
    );
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    const figures = pages.flatMap((tree) => find(tree as unknown as Node, 'Figure'));
    expect(figures.map(({ alt }) => alt)).toEqual(['avant.jpg']);
  });

  it('says its language, its title and what it is, has bookmarks, A4 pages and its own fonts', async () => {
    const { bytes, pdf } = await opened();
    const { info, metadata } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR', Title: expect.stringContaining('Résumé du ticket') });
    expect(String(metadata?.getRaw())).toContain('pdfuaid:part>1');
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const [top] = (await pdf.getOutline()) ?? [];
    expect(top?.items.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining(['Identité', 'Chronologie', 'Documents', 'Photos', 'Messages']),
    );
    const { view } = await pdf.getPage(1);
    expect(view.map(Math.round)).toEqual([0, 0, 595, 842]);
    const text = bytes.toString('latin1');
    expect(text.match(/\/Type \/FontDescriptor/g)?.length).toBe(text.match(/\/FontFile[23] /g)?.length);
    expect(text).toContain('/DisplayDocTitle true');
  });
});
