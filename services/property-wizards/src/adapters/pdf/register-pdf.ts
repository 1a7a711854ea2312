import { shortDateTime } from '@intervia/french';
import PDFDocument from 'pdfkit';
import type { Readable } from 'node:stream';
import { setImmediate as breath } from 'node:timers/promises';
import type { PrintedEntry, PrintedRegister } from '../../application/ports/register-printer.js';
import { ANNOTATIONS, COLUMNS, MENTIONS, day, texts } from '../fr.js';
import { FONT_FILES } from './fonts.js';

const MARGIN = 40;
const FOOTER = 28;
const GAP = 8;
const BODY = 8.5;
const INK = '#14222c';
const SOFT = '#4b5b68';
const LINE = '#c3ced7';
const BRAND = '#07434e';
/** Parts of the width, in the order of the columns. */
const WIDTHS = [0.06, 0.09, 0.25, 0.12, 0.24, 0.24] as const;
/** Others come first after so many rows: this thread also serves people. */
const SLICE = 20;

const UNPRINTABLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const clean = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, ' ').normalize('NFC').trim();

/** The register on A4 across, one row a mandate, tagged as a table for those who hear it read. */
export function registerPdf(register: PrintedRegister, entries: AsyncIterable<PrintedEntry>): Readable {
  const pdf = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'fr-FR',
    displayTitle: true,
    font: FONT_FILES.regular,
    info: {
      Title: `${texts.title} – ${MENTIONS[register.mention] ?? ''}`,
      Author: clean(register.holder),
      CreationDate: register.printedAt,
      Producer: 'Intervia',
      Creator: 'Intervia',
    },
  });
  pdf.registerFont('regular', FONT_FILES.regular);
  pdf.registerFont('bold', FONT_FILES.bold);
  // Written while it is read: an error in a row must reach the reader, not nobody.
  new RegisterSheet(pdf, register).write(entries).catch((error: Error) => pdf.destroy(error));
  return pdf;
}

class RegisterSheet {
  private readonly width: number;
  private readonly root: PDFKit.PDFStructureElement;
  private readonly table: PDFKit.PDFStructureElement;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly register: PrintedRegister,
  ) {
    this.width = pdf.page.width - 2 * MARGIN;
    this.root = pdf.struct('Document');
    this.table = pdf.struct('Table');
    pdf.addStructure(this.root);
  }

  async write(entries: AsyncIterable<PrintedEntry>): Promise<void> {
    this.heading();
    this.root.add(this.table);
    this.headRow();
    let count = 0;
    for await (const entry of entries) {
      this.row(entry);
      count += 1;
      if (count % SLICE === 0) await breath();
    }
    this.table.end();
    this.paragraph(count === 0 ? texts.empty : texts.entries(count), 'regular', 9.5, SOFT, 'P');
    this.root.end();
    this.footers();
    this.pdf.end();
  }

  private heading(): void {
    const { mention, cardNumber, holder, printedAt } = this.register;
    this.paragraph(`${texts.title} – ${MENTIONS[mention] ?? mention}`, 'bold', 17, BRAND, 'H1');
    const card = [holder, cardNumber && `${texts.card} ${cardNumber}`].filter(Boolean).join(' – ');
    if (card) this.paragraph(card, 'bold', 10, INK, 'P');
    this.paragraph(`${texts.law}. ${texts.printed} ${shortDateTime(printedAt)}.`, 'regular', 9.5, SOFT, 'P');
    this.pdf.y += 8;
  }

  private paragraph(
    text: string,
    font: 'regular' | 'bold',
    size: number,
    colour: string,
    tag: 'H1' | 'P',
  ): void {
    this.root.add(
      this.pdf.struct(tag, {}, () => {
        this.pdf
          .font(font)
          .fontSize(size)
          .fillColor(colour)
          .text(clean(text), MARGIN, this.pdf.y, { width: this.width });
      }),
    );
    this.pdf.y += 2;
  }

  private headRow(): void {
    this.cells(COLUMNS, 'bold', 'TH');
  }

  private row({ entry, annotations }: PrintedEntry): void {
    const { number, content, at, by, hash } = entry;
    const notes = annotations.map(
      (note) => `${ANNOTATIONS[note.content.kind]} (${day(note.content.on)}) : ${note.content.text}`,
    );
    const entered = `${texts.entered} ${shortDateTime(at)} ${texts.by} ${by}. ${texts.hash} ${hash.slice(0, 12)}`;
    this.cells(
      [
        String(number),
        day(content.on),
        [content.mandantName, content.mandantAddress].filter(Boolean).join('\n'),
        content.nature,
        content.places.join('\n'),
        [content.remarks, ...notes, entered].filter(Boolean).join('\n'),
      ],
      'regular',
      'TD',
    );
  }

  private cells(cells: readonly string[], font: 'regular' | 'bold', tag: 'TH' | 'TD'): void {
    const { pdf } = this;
    const widths = WIDTHS.map((part) => part * this.width - GAP);
    pdf.font(font).fontSize(BODY);
    const texts_ = cells.map(clean);
    const height = Math.max(
      ...texts_.map((text, at) => pdf.heightOfString(text || ' ', { width: widths[at] ?? 0 })),
    );
    const room = pdf.page.height - pdf.page.margins.bottom - pdf.y;
    if (height > room && pdf.y > MARGIN * 3) this.newPage();
    const top = pdf.y;
    const row = pdf.struct('TR');
    this.table.add(row);
    let left = MARGIN;
    texts_.forEach((text, at) => {
      const width = widths[at] ?? 0;
      const x = left;
      // A text higher than a page is cut by it, never printed over the footer.
      const most = pdf.page.height - pdf.page.margins.bottom - top;
      row.add(
        pdf.struct(tag, {}, () => {
          pdf
            .font(font)
            .fontSize(BODY)
            .fillColor(INK)
            .text(text, x, top, { width, height: most, ellipsis: true });
        }),
      );
      left += width + GAP;
    });
    row.end();
    pdf.y = top + Math.min(height, pdf.page.height - pdf.page.margins.bottom - top) + 5;
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .moveTo(MARGIN, pdf.y - 2)
      .lineTo(MARGIN + this.width, pdf.y - 2)
      .lineWidth(tag === 'TH' ? 1 : 0.5)
      .strokeColor(tag === 'TH' ? BRAND : LINE)
      .stroke();
    pdf.endMarkedContent();
    pdf.y += 4;
  }

  private newPage(): void {
    this.pdf.addPage();
    this.headRow();
  }

  private footers(): void {
    const { pdf } = this;
    const { count } = pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      pdf.switchToPage(page);
      // The footer stands in the margin, where pdfkit would begin a new page.
      pdf.page.margins.bottom = 0;
      const top = pdf.page.height - MARGIN;
      pdf.markContent('Artifact', { type: 'Pagination' });
      pdf.font('regular').fontSize(8).fillColor(SOFT);
      pdf.text(clean(this.register.holder), MARGIN, top, { width: this.width, lineBreak: false });
      pdf.text(texts.page(page + 1, count), MARGIN, top, {
        width: this.width,
        align: 'right',
        lineBreak: false,
      });
      pdf.endMarkedContent();
    }
  }
}
