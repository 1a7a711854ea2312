import { create } from '@bufbuild/protobuf';
import type { DocumentRef } from '@intervia/contracts';
import { DocumentRefSchema } from '@intervia/contracts';
import type { FileStore } from '@intervia/files';
import { euros, longDate } from '@intervia/french';
import { createReadStream } from 'node:fs';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** Drawn for the demo; in the folder of that name. */
export type Picture =
  | 'ascenseur'
  | 'chaudiere'
  | 'eclairage'
  | 'evier'
  | 'fissure'
  | 'plafond'
  | 'poubelles'
  | 'repare'
  | 'serrure'
  | 'vitre';

export interface Bill {
  readonly title: 'Devis' | 'Facture';
  readonly number: string;
  readonly from: string;
  readonly address: string;
  readonly place: string;
  readonly work: string;
  readonly at: Date;
  /** With VAT. */
  readonly cents: number;
}

/** Gives documents out at once, and puts them into the store afterwards, in one go. */
export class Papers {
  private readonly wanted: {
    readonly ref: DocumentRef;
    readonly name: string;
    readonly open: () => Readable;
  }[] = [];

  photo(picture: Picture, name: string): DocumentRef {
    const path = fileURLToPath(new URL(`../../../src/demo/living/pictures/${picture}.jpg`, import.meta.url));
    return this.want(`${name}.jpg`, () => createReadStream(path));
  }

  bill(bill: Bill): DocumentRef {
    return this.want(`${bill.title} ${bill.number}.pdf`, () => printed(bill));
  }

  async keep(store: FileStore, agencyId: string): Promise<void> {
    for (const { ref, name, open } of this.wanted) {
      const staged = await store.stage(agencyId, name, open());
      await staged.keep();
      Object.assign(ref, staged.file);
    }
  }

  private want(name: string, open: () => Readable): DocumentRef {
    const ref = create(DocumentRefSchema);
    this.wanted.push({ ref, name, open });
    return ref;
  }
}

/** VAT of works in dwellings of more than two years. */
const VAT_PERCENT = 10;
const MARGIN = 56;

function printed({ title, number, from, address, place, work, at, cents }: Bill): Readable {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: { Title: `${title} ${number}`, Author: from },
  });
  const out = pdf.pipe(new PassThrough());
  const net = Math.round((cents * 100) / (100 + VAT_PERCENT));
  const line = (label: string, amount: number): void => {
    const { y } = pdf;
    pdf.text(label, MARGIN, y, { width: 340 });
    const after = pdf.y;
    pdf.text(plain(euros(amount)), 400, y, { width: 140, align: 'right' });
    pdf.y = Math.max(after, pdf.y);
    pdf.moveDown(0.6);
  };
  pdf.font('Helvetica-Bold').fontSize(16).text(plain(from));
  pdf.font('Helvetica').fontSize(10).text(plain(address)).moveDown(2);
  pdf
    .font('Helvetica-Bold')
    .fontSize(14)
    .text(plain(`${title} n° ${number}`));
  pdf
    .font('Helvetica')
    .fontSize(11)
    .text(plain(`Lyon, le ${longDate(at)}`))
    .moveDown();
  pdf.text(plain(`Lieu : ${place}`)).moveDown(1.5);
  line(plain(work), net);
  line(`TVA ${String(VAT_PERCENT)} %`, cents - net);
  pdf.font('Helvetica-Bold');
  line('Total TTC', cents);
  pdf.font('Helvetica').fontSize(9).moveDown(2);
  pdf.text('Document de démonstration.', MARGIN);
  pdf.end();
  return out;
}

/** The letters of the fonts that every PDF reader has. */
const plain = (text: string): string => text.replace(/[\u202f\u00a0]/g, ' ').replaceAll('’', "'");
