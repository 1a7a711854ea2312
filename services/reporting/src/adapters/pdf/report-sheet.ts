import { setImmediate as breath, setTimeout as delay } from 'node:timers/promises';
import { BODY, BRAND, INK, LINE, MARGIN, SOFT, Sheet, clean } from './sheet.js';
import type { Box, Part } from './sheet.js';

const CELL_GAP = 8;
const CELL = 9;
const TILE_HEIGHT = 52;
const TILE_GAP = 9;
const TILES_PER_ROW = 3;
const BAR_HEIGHT = 13;
const BAR_LABEL = 150;
const BAR_VALUE = 90;
/** What nobody has read yet waits in memory: above this, writing waits. */
const MOST_UNREAD = 8 * 1024 * 1024;
const LOOK_MS = 5;
/** Fonts and lines are computed in this thread, which may also serve people. */
const SLICE_MS = 20;

/** The types do not know it. */
const HEADS_A_COLUMN = { scope: 'Column' } as object;

export interface Column {
  readonly title: string;
  /** Part of the width. */
  readonly share: number;
  readonly isNumber?: boolean;
}

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
}

/** What reports have besides: figures, tables, bars, tickets below a chapter. */
export class ReportSheet extends Sheet {
  private slice = performance.now();

  /** Others come first now and then, and who reads is not overrun. */
  async pause(): Promise<void> {
    if (performance.now() - this.slice > SLICE_MS) {
      await breath();
      this.slice = performance.now();
    }
    // Asked now and then: to listen to its data would take them from who reads.
    while (this.stream.readableLength > MOST_UNREAD && !this.stream.destroyed) await delay(LOOK_MS);
  }

  paragraph(text: string, tone: 'ink' | 'soft' = 'ink'): void {
    const body = clean(text);
    if (!body) return;
    this.room(BODY * 2);
    this.put('P', this.part, () =>
      this.write('regular', BODY, tone === 'ink' ? INK : SOFT, body, MARGIN, this.pdf.y, {
        width: this.width,
      }),
    );
    this.pdf.y += 5;
  }

  /** Of something within a section. */
  subheading(title: string): void {
    this.room(70);
    this.pdf.y += 8;
    this.put('H3', this.part, () =>
      this.write('bold', 11, INK, clean(title), MARGIN, this.pdf.y, { width: this.width }),
    );
    this.pdf.y += 3;
  }

  /** Figures beside each other, each read as "label: value". */
  tiles(tiles: readonly { label: string; value: string }[]): void {
    const width = (this.width - (TILES_PER_ROW - 1) * TILE_GAP) / TILES_PER_ROW;
    this.pdf.y += 8;
    const list = this.pdf.struct('L');
    this.part.add(list);
    for (let start = 0; start < tiles.length; start += TILES_PER_ROW) {
      this.room(TILE_HEIGHT + TILE_GAP);
      const top = this.pdf.y;
      tiles.slice(start, start + TILES_PER_ROW).forEach(({ label, value }, column) => {
        const left = MARGIN + column * (width + TILE_GAP);
        this.pdf.markContent('Artifact', { type: 'Layout' });
        this.pdf.roundedRect(left, top, width, TILE_HEIGHT, 4).lineWidth(0.75).strokeColor(LINE).stroke();
        this.pdf.endMarkedContent();
        const item = this.pdf.struct('LI');
        list.add(item);
        const inner = { width: width - 16 };
        this.put('Lbl', item, () => this.write('regular', 8.5, SOFT, clean(label), left + 8, top + 7, inner));
        this.put('LBody', item, () => this.write('bold', 15, BRAND, clean(value), left + 8, top + 25, inner));
      });
      this.pdf.y = top + TILE_HEIGHT + TILE_GAP;
    }
  }

  table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const table = this.beginTable(columns);
    for (const row of rows) table.add(row);
    table.end();
  }

  beginTable(columns: readonly Column[]): { add: (row: readonly string[]) => void; end: () => void } {
    const table = this.pdf.struct('Table');
    this.part.add(table);
    this.cells(
      table,
      columns,
      columns.map(({ title }) => title),
      'TH',
    );
    return {
      add: (row) => this.cells(table, columns, row, 'TD'),
      end: () => {
        table.end();
        this.pdf.y += 4;
      },
    };
  }

  /** Drawn as vectors; the table beside says the same, so that the picture needs but a short text. */
  bars(title: string, bars: readonly Bar[]): void {
    const most = Math.max(...bars.map(({ value }) => value), 0);
    if (most === 0) return;
    this.room(bars.length * (BAR_HEIGHT + 5) + 10);
    const top = this.pdf.y;
    const bottom = top + bars.length * (BAR_HEIGHT + 5);
    const bbox: Box = [MARGIN, top, MARGIN + this.width, bottom];
    const alt = `${title} : ${bars.map(({ label, text }) => `${label}, ${text}`).join(' ; ')}`;
    const longest = this.width - BAR_LABEL - BAR_VALUE;
    this.put(
      'Figure',
      this.part,
      () =>
        bars.forEach(({ label, value, text }, at) => {
          const y = top + at * (BAR_HEIGHT + 5);
          const length = Math.max(1, (value / most) * longest);
          this.write('regular', CELL, INK, short(clean(label)), MARGIN, y, {
            width: BAR_LABEL,
            lineBreak: false,
          });
          this.pdf.rect(MARGIN + BAR_LABEL, y, length, BAR_HEIGHT).fill(BRAND);
          this.write('regular', CELL, INK, text, MARGIN + BAR_LABEL + length + 6, y, { lineBreak: false });
        }),
      { alt: clean(alt), bbox },
    );
    this.pdf.x = MARGIN;
    this.pdf.y = bottom + 6;
  }

  private cells(table: Part, columns: readonly Column[], texts: readonly string[], tag: 'TH' | 'TD'): void {
    const font = tag === 'TH' ? 'bold' : 'regular';
    const widths = columns.map(({ share }) => share * this.width - CELL_GAP);
    this.use(font, CELL, INK);
    const cleaned = texts.map(clean);
    const heights = cleaned.map((text, at) =>
      this.pdf.heightOfString(text || ' ', { width: widths[at] ?? 0 }),
    );
    const most = this.pdf.page.height - this.pdf.page.margins.bottom - MARGIN;
    const height = Math.min(Math.max(...heights), most - 20);
    this.room(height + 8);
    const top = this.pdf.y;
    const row = this.pdf.struct('TR');
    table.add(row);
    let left = MARGIN;
    cleaned.forEach((text, at) => {
      const x = left;
      const width = widths[at] ?? 0;
      const options = {
        width,
        height,
        ellipsis: true,
        ...(columns[at]?.isNumber && { align: 'right' as const }),
      };
      row.add(
        this.pdf.struct(tag, tag === 'TH' ? HEADS_A_COLUMN : {}, () => {
          this.write(font, CELL, INK, text, x, top, options);
        }),
      );
      left += width + CELL_GAP;
    });
    row.end();
    this.pdf.x = MARGIN;
    this.pdf.y = top + height + 3;
    this.rule(tag === 'TH' ? BRAND : LINE, tag === 'TH' ? 1 : 0.5);
    this.pdf.y += 4;
  }
}

const MOST_LETTERS = 28;
const short = (text: string): string =>
  [...text].length > MOST_LETTERS ? `${[...text].slice(0, MOST_LETTERS - 1).join('')}…` : text;
