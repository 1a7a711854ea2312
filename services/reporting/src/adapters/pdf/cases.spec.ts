import { describe, expect, it, jest } from '@jest/globals';
import { caseOf, ofCases } from '@intervia/testing/cases';
import { buffer } from 'node:stream/consumers';
import { extractText } from 'unpdf';
import { aDossier, anEntry } from '../../testing/builders.js';
import { standIn } from './fonts.js';
import { PdfSummaryRenderer } from './pdf-summary-renderer.js';

// Fonts are parsed anew for each document, which a busy machine does slowly.
jest.setTimeout(60_000);

/** The text of a summary that tells this. */
async function summaryOf(message: string): Promise<string> {
  const history = [anEntry({ fact: 'MessagePosted', text: message })];
  const bytes = await buffer(new PdfSummaryRenderer().render(aDossier({ history }), []));
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text.replace(/\s+/gu, ' ');
}

ofCases(describe)('what failed once', () => {
  it('is drawn, or named where no font knows it', async () => {
    const text = await summaryOf(caseOf('19-pdf-tofu', 'text.txt').toString('utf8'));
    expect(text).toMatch(/Emoji 👍.* ☎ Arabe/u);
    // Readers put words that are read from the right into orders of their own.
    for (const letter of 'شقة محمد'.replace(' ', '')) expect(text).toContain(letter);
    expect(text).toMatch(/Hébreu \[hébreu : \w+\] Chinois \[chinois : \w+\]/u);
    // What a font does not know is drawn as an empty box, and read as this.
    expect(text).not.toMatch(/[\u0000\ufffd]/u);
  });
});

describe('of a kind with what failed', () => {
  it.each([
    ['さくら 荘 3F', '[japonais : '],
    ['김민수 씨', '[coréen : GimMinSu '],
    ['สมชาย', '[thaï : '],
    ['राम', '[hindi : '],
    ['la zone → 20 ℃, ½', 'la zone → 20 C, ½'],
  ])('is drawn, or named: %s', async (message, shown) => {
    expect(await summaryOf(`Vu avec ${message}.`)).toContain(shown);
  });

  it('is named by its script', () => {
    expect(['😀', 'שלום', '李小明', '₿'].map(standIn)).toEqual([
      '[emoji]',
      expect.stringMatching(/^\[hébreu : \w+\]$/u),
      '[chinois : LiXiaoMing]',
      'BTC',
    ]);
  });
});
