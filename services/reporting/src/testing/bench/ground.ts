import { Transformer } from '@napi-rs/image';
import { Readable } from 'node:stream';
import { NapiThumbnailMaker } from '../../adapters/images/napi-thumbnail-maker.js';
import type { ReportContent, ReportPhoto } from '../../application/reports/report-content.js';
import { aDocument } from '../builders.js';
import { Neighbourhood } from '../../application/ports/neighbourhood.js';
import { aTicketOfReport, contentOf } from '../reports.js';

/** One result of a phase, as the parent prints it. */
export interface Told {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly baseline: number;
  readonly details: Readonly<Record<string, number>>;
}

export const BUILDINGS = 800;
export const CONTRACTORS = 300;

/** Contractors of twenty trades. */
export class Neighbours extends Neighbourhood {
  private readonly known = new Map(
    Array.from({ length: CONTRACTORS }, (_, at) => [`c-${at}`, `Métier ${at % 20}`]),
  );
  trades = async () => this.known;
  quietHours = async () => ({ from: 20, until: 8 });
}

export const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** A photo of about 150 kB, 1600 × 1200: shades with a grain. */
export async function aPhoto(): Promise<Buffer> {
  const [width, height] = [1_600, 1_200];
  const pixels = new Uint8Array(width * height * 4);
  let grain = 7;
  for (let at = 0; at < width * height; at += 1) {
    grain = (grain * 1_103_515_245 + 12_345) % 2_147_483_648;
    const shade = Math.floor(((at % width) / width) * 160) + (grain >> 27);
    pixels.set([shade, 255 - shade, (shade * 2) % 255, 255], at * 4);
  }
  return new Transformer(await Transformer.fromRgbaPixels(pixels, width, height).png()).jpeg(60);
}

const PER_TICKET = 10;

/** A report with so many photos, each made small when it is written, as in the service. */
export function reportWith(count: number, photo: Buffer): ReportContent {
  const maker = new NapiThumbnailMaker();
  const document = aDocument({ name: 'photo.jpg', mediaType: 'image/jpeg', size: photo.length });
  async function* photos(): AsyncIterable<ReportPhoto> {
    for (let at = 0; at < PER_TICKET; at += 1) {
      const jpeg = await maker.make(document, Readable.from([Buffer.from(photo)]));
      yield { document, isAfter: at % 2 === 1, jpeg };
    }
  }
  const tickets = Array.from({ length: count / PER_TICKET }, (_, number) =>
    aTicketOfReport({ number, photos: photos() }),
  );
  return contentOf({}, tickets);
}
