import PDFDocument from 'pdfkit';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NapiThumbnailMaker } from '../../adapters/images/napi-thumbnail-maker.js';
import { PdfReportWriter } from '../../adapters/pdf/pdf-report-writer.js';
import { aDocument } from '../builders.js';
import { aPhoto, median, reportWith, secondsOf } from './ground.js';
import type { Told } from './ground.js';

const ROUNDS = 3;
const PER_ROW = 3;
const PER_PAGE = 12;
const CELL = { width: 160, height: 118 };

const writer = new PdfReportWriter();

/** The same photos, made small in the same way, in the same rows, by the library alone. */
async function bare(path: string, count: number, photo: Buffer): Promise<void> {
  const maker = new NapiThumbnailMaker();
  const document = aDocument({ name: 'photo.jpg', mediaType: 'image/jpeg', size: photo.length });
  const pdf = new PDFDocument({ size: 'A4', autoFirstPage: false });
  const written = pipeline(pdf as unknown as Readable, createWriteStream(path));
  for (let at = 0; at < count; at += 1) {
    const jpeg = await maker.make(document, Readable.from([Buffer.from(photo)]));
    if (at % PER_PAGE === 0) pdf.addPage();
    const place = at % PER_PAGE;
    const left = 48 + (place % PER_ROW) * (CELL.width + 9);
    const top = 48 + Math.floor(place / PER_ROW) * (CELL.height + 9);
    if (jpeg) pdf.image(jpeg, left, top, { fit: [CELL.width, CELL.height] });
  }
  pdf.end();
  await written;
}

/** Photos a second of a report as the service writes it, in turns with the bare library. */
export async function* benchReport(count: number, rounds = ROUNDS): AsyncIterable<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'intervia-report-bench-'));
  const [ours, plain] = [join(folder, 'ours.pdf'), join(folder, 'bare.pdf')];
  try {
    const photo = await aPhoto();
    const write = () => pipeline(writer.pdf(reportWith(count, photo)), createWriteStream(ours));
    const rates = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      rates.ours.push(count / (await secondsOf(write)));
      rates.bare.push(count / (await secondsOf(() => bare(plain, count, photo))));
    }
    yield {
      ...{ name: `report with ${count} photos`, unit: 'photos/s' },
      ...{ value: median(rates.ours), baseline: median(rates.bare) },
      details: {
        seconds: count / median(rates.ours),
        megabytes: (await stat(ours)).size / 1e6,
        bare_megabytes: (await stat(plain)).size / 1e6,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Written once, for the most that the process holds. */
export async function* benchPhotos(count: number): AsyncIterable<Told> {
  const folder = await mkdtemp(join(tmpdir(), 'intervia-report-bench-'));
  try {
    const photo = await aPhoto();
    const before = process.resourceUsage().maxRSS / 1_000;
    const path = join(folder, 'ours.pdf');
    const seconds = await secondsOf(() =>
      pipeline(writer.pdf(reportWith(count, photo)), createWriteStream(path)),
    );
    const peak = process.resourceUsage().maxRSS / 1_000;
    yield {
      ...{ name: `report with ${count} photos, memory`, unit: 'MB', value: peak, baseline: before },
      details: { seconds, megabytes: (await stat(path)).size / 1e6, photo_kilobytes: photo.length / 1e3 },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
