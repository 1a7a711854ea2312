import PDFDocument from 'pdfkit';
import type { Readable } from 'node:stream';
import { FONT_FILES, oneRun, runsOf } from './fonts.js';

export const MARGIN = 48;
const FOOTER = 40;
const LABEL_WIDTH = 108;
export const GAP = 10;
export const BODY = 10;
const THUMB_GAP = 9;
const THUMB_HEIGHT = 118;
const PER_ROW = 3;

export const INK = '#14222c';
export const SOFT = '#4b5b68';
export const LINE = '#d3dce3';
export const BRAND = '#07434e';
const RED = '#b1121b';

/** Control characters have no shape, and would be drawn as boxes; the line break stays. */
const UNPRINTABLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** What pdfkit draws with, which its types leave out (fontkit's font). */
interface Drawn {
  readonly _font: { readonly font: { hasGlyphForCodePoint(code: number): boolean } };
}

/** A node of the tree that screen readers follow. */
export type Part = PDFKit.PDFStructureElement;

export type Font = 'regular' | 'bold' | 'arabic' | 'emoji';

export type Box = [left: number, top: number, right: number, bottom: number];

interface SheetOptions {
  title: string;
  author: string;
  /** Stands for the time of writing, so that the same content gives the same bytes. */
  date: Date;
}

/**
 * An A4 document written from top to bottom: it knows shapes and page breaks, nothing of tickets. Tagged as PDF/UA-1 asks:
 * what is read has its place in a tree, what is drawn for the eye alone is an artifact.
 */
export class Sheet {
  protected readonly pdf: PDFKit.PDFDocument;
  protected readonly width: number;
  private readonly tree: Part;
  private readonly bookmarks: PDFKit.PDFOutline;
  /** Of the section being written. */
  protected part: Part;
  private rows: Part | undefined;

  constructor({ title, author, date }: SheetOptions) {
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      // The types know the subsets of PDF/A only.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      lang: 'fr-FR',
      displayTitle: true,
      font: FONT_FILES.regular,
      info: {
        Title: clean(title),
        Author: clean(author),
        CreationDate: date,
        Producer: 'Intervia',
        Creator: 'Intervia',
      },
    });
    this.pdf.registerFont('regular', FONT_FILES.regular);
    this.pdf.registerFont('bold', FONT_FILES.bold);
    this.pdf.registerFont('arabic', FONT_FILES.arabic);
    this.pdf.registerFont('emoji', FONT_FILES.emoji);
    this.width = this.pdf.page.width - 2 * MARGIN;
    this.tree = this.pdf.struct('Document');
    this.pdf.addStructure(this.tree);
    this.part = this.tree;
    this.bookmarks = this.pdf.outline.addItem(clean(title), { expanded: true });
  }

  /** Flows while the pages are written; ends after `end`. */
  get stream(): Readable {
    return this.pdf;
  }

  letterhead(left: string, leftDetail: string, right: string): void {
    const half = this.width / 2;
    this.put('P', this.part, () =>
      this.write('bold', 13, BRAND, clean(left), MARGIN, MARGIN, { width: half }),
    );
    if (leftDetail)
      this.put('P', this.part, () =>
        this.write('regular', 9, SOFT, clean(leftDetail), MARGIN, this.pdf.y, { width: half }),
      );
    const bottom = this.pdf.y;
    this.put('P', this.part, () =>
      this.write('regular', 11, SOFT, clean(right), MARGIN + half, MARGIN, {
        width: half,
        align: 'right',
      }),
    );
    this.pdf.y = Math.max(bottom, this.pdf.y) + 8;
    this.rule(BRAND, 1.5);
    this.pdf.y += 12;
  }

  heading(overline: string, title: string, badge: string): void {
    const { width } = this;
    if (badge)
      this.put('P', this.part, () => this.write('bold', 11, RED, badge, MARGIN, this.pdf.y, { width }));
    this.put('P', this.part, () =>
      this.write('bold', 12, SOFT, clean(overline), MARGIN, this.pdf.y, { width }),
    );
    this.put('H1', this.part, () => this.write('bold', 19, INK, clean(title), MARGIN, this.pdf.y, { width }));
  }

  section(title: string): void {
    this.room(60);
    this.pdf.y += 14;
    this.part = this.pdf.struct('Sect');
    this.tree.add(this.part);
    this.rows = undefined;
    this.bookmarks.addItem(clean(title));
    this.put('H2', this.part, () =>
      this.write('bold', 13, BRAND, clean(title), MARGIN, this.pdf.y, { width: this.width }),
    );
    this.pdf.y += 2;
    this.rule(LINE, 0.75);
    this.pdf.y += 6;
  }

  /** What follows is a list of its own. */
  newList(): void {
    this.rows = undefined;
  }

  /** Label on the left, text on the right; pairs without a text are left out. */
  pairs(rows: readonly (readonly [label: string, text: string])[]): void {
    for (const [label, text] of rows) if (text) this.row(label, text, '');
  }

  /** As a pair, with a title in bold over its text. */
  entry(label: string, title: string, text = ''): void {
    this.row(label, text, title);
  }

  pictures(pictures: readonly { jpeg: Buffer; caption: string }[]): void {
    const width = (this.width - (PER_ROW - 1) * THUMB_GAP) / PER_ROW;
    for (let start = 0; start < pictures.length; start += PER_ROW) {
      this.room(THUMB_HEIGHT + 30);
      const top = this.pdf.y;
      pictures.slice(start, start + PER_ROW).forEach(({ jpeg, caption }, column) => {
        const left = MARGIN + column * (width + THUMB_GAP);
        const bbox: Box = [left, top, left + width, top + THUMB_HEIGHT];
        this.put(
          'Figure',
          this.part,
          () =>
            this.pdf.image(jpeg, left, top, {
              fit: [width, THUMB_HEIGHT],
              align: 'center',
              valign: 'center',
            }),
          { alt: clean(caption), bbox },
        );
        this.put('Caption', this.part, () =>
          this.write('regular', 8, SOFT, clean(caption), left, top + THUMB_HEIGHT + 3, {
            width,
            height: 20,
            align: 'center',
            ellipsis: true,
          }),
        );
      });
      this.pdf.y = top + THUMB_HEIGHT + 28;
    }
  }

  end(footer: string, pageText: (page: number, count: number) => string): void {
    this.tree.end();
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.pdf.switchToPage(page);
      // The footer stands in the margin, where pdfkit would begin a new page.
      this.pdf.page.margins.bottom = 0;
      const top = this.pdf.page.height - MARGIN;
      this.pdf.markContent('Artifact', { type: 'Pagination' });
      this.write('regular', 8.5, SOFT, clean(footer), MARGIN, top, {
        width: this.width,
        lineBreak: false,
      });
      this.pdf.text(pageText(page + 1, count), MARGIN, top, {
        width: this.width,
        align: 'right',
        lineBreak: false,
      });
      this.pdf.endMarkedContent();
    }
    this.pdf.end();
  }

  private row(label: string, text: string, title: string): void {
    const left = MARGIN + LABEL_WIDTH + GAP;
    const width = this.width - LABEL_WIDTH - GAP;
    const body = clean(text);
    const head = clean(title);
    // Title and two lines stay together; a longer text may go on over the page.
    const height =
      (head ? this.use('bold', BODY, INK).heightOfString(head, { width }) : 0) +
      (body ? Math.min(26, this.use('regular', BODY, INK).heightOfString(body, { width })) : 0);
    this.room(height);
    const top = this.pdf.y;
    const item = this.item();
    const name = clean(label);
    if (name)
      this.put('Lbl', item, () =>
        this.write('regular', BODY, SOFT, name, MARGIN, top, { width: LABEL_WIDTH }),
      );
    const labelBottom = this.pdf.y;
    this.pdf.y = top;
    const content = this.pdf.struct('LBody');
    item.add(content);
    if (head) this.put('P', content, () => this.write('bold', BODY, INK, head, left, this.pdf.y, { width }));
    const pageOfLabel = this.pdf.bufferedPageRange().count;
    if (body)
      this.put('P', content, () => this.write('regular', BODY, INK, body, left, this.pdf.y, { width }));
    const samePage = this.pdf.bufferedPageRange().count === pageOfLabel;
    this.pdf.y = (samePage ? Math.max(labelBottom, this.pdf.y) : this.pdf.y) + 4;
  }

  /** Of the section's list, which begins with its first. */
  private item(): Part {
    if (!this.rows) {
      this.rows = this.pdf.struct('L');
      this.part.add(this.rows);
    }
    const item = this.pdf.struct('LI');
    this.rows.add(item);
    return item;
  }

  /** Drawn at once, with its place in the tree. */
  protected put(
    tag: string,
    parent: Part,
    draw: () => unknown,
    options: { alt?: string; bbox?: Box } = {},
  ): void {
    parent.add(this.pdf.struct(tag, options, () => void draw()));
  }

  /** A new page unless so much is left on this one. */
  protected room(height: number): void {
    if (this.pdf.y + height > this.pdf.page.height - this.pdf.page.margins.bottom) this.pdf.addPage();
  }

  protected rule(colour: string, thickness: number): void {
    const { y } = this.pdf;
    this.pdf.markContent('Artifact', { type: 'Layout' });
    this.pdf
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + this.width, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
    this.pdf.endMarkedContent();
  }

  protected use(font: Font, size: number, colour: string): PDFKit.PDFDocument {
    return this.pdf.font(font).fontSize(size).fillColor(colour);
  }

  /** Each script in a font that knows it. */
  protected write(
    font: Font,
    size: number,
    colour: string,
    text: string,
    left: number,
    top: number,
    options: PDFKit.Mixins.TextOptions,
  ): void {
    const { _font: face } = this.use(font, size, colour) as unknown as Drawn;
    const knows = (letter: string) => face.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
    const runs = options.align ? oneRun(text, knows) : runsOf(text, knows);
    runs.forEach(({ script, text: part }, at) => {
      this.use(script === 'own' ? font : script, size, colour);
      const all = {
        ...options,
        continued: at < runs.length - 1,
        // Laid out in one piece: word by word, what is read from the right would stand in the wrong order.
        ...(script !== 'own' && { features: [] }),
      };
      if (at === 0) this.pdf.text(part, left, top, all);
      else this.pdf.text(part, all);
    });
  }
}

export function clean(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(UNPRINTABLE, ' ').normalize('NFC').trim();
}
