import { describe, expect, it, jest } from '@jest/globals';
import { Transformer } from '@napi-rs/image';
import { buffer } from 'node:stream/consumers';
import { extractText } from 'unpdf';
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
