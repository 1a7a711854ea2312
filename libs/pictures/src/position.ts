import { crc32 } from 'node:zlib';
import { xmpWithoutPosition } from './xmp-position.js';

/** Exif 3.0, 4.6.3: the entry of IFD0 that points to the position. */
const GPS_IFD = 0x88_25;
const ENTRY_BYTES = 12;
/** Bytes of one value, by the type of TIFF 6.0. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

const MARKS = ['Exif\0\0', 'eXIf', 'EXIF'].map((mark) => Buffer.from(mark, 'latin1'));
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/**
 * No camera writes more. Whoever does has put them there by hand, and each may send us through 65,535 entries: the service
 * must not stand still over it.
 */
const MOST_BLOCKS = 64;

/**
 * A photo without where it was taken: the bytes of its GPS entries and of XMP's are blanked in place, all else stays, also
 * its length, its orientation and the time it was taken. What holds no position comes back as it is.
 * JPEG, PNG, WebP, TIFF, HEIC and AVIF all carry the one TIFF structure of Exif, so it is found by its mark.
 */
export function withoutPosition(photo: Buffer): Buffer {
  const starts: number[] = [];
  for (const start of exifBlocks(photo)) if (starts.push(start) === MOST_BLOCKS) break;
  const xmp = xmpWithoutPosition(photo);
  if (starts.length === 0) return xmp ?? photo;
  const copy = xmp ?? Buffer.from(photo);
  const touched = starts.filter((start) => blankPosition(copy, start)).length > 0;
  if (!touched) return xmp ?? photo;
  if (copy.subarray(0, 4).equals(PNG_SIGNATURE)) sealPng(copy);
  return copy;
}

/** Where a TIFF header stands in the file. */
function* exifBlocks(photo: Buffer): Generator<number> {
  if (isTiff(photo, 0)) yield 0;
  for (const mark of MARKS) {
    for (let at = photo.indexOf(mark); at >= 0; at = photo.indexOf(mark, at + 1)) {
      // Behind the mark; in WebP behind the length of the chunk; in HEIC's items 4 bytes may stand between.
      const start = [0, 4, 10].map((gap) => at + mark.length + gap).find((place) => isTiff(photo, place));
      if (start !== undefined) yield start;
    }
  }
}

function isTiff(photo: Buffer, start: number): boolean {
  const head = photo.toString('latin1', start, start + 4);
  return head === 'II*\0' || head === 'MM\0*';
}

/** Whether there was a position. Offsets are the sender's: each is looked at before it is followed. */
function blankPosition(photo: Buffer, start: number): boolean {
  const tiff = photo.subarray(start);
  const little = tiff[0] === 0x49;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const entriesOf = (ifd: number): number[] => {
    if (ifd < 8 || ifd + 2 > tiff.length) return [];
    const places = Array.from({ length: short(ifd) }, (_, index) => ifd + 2 + index * ENTRY_BYTES);
    return places.filter((place) => place + ENTRY_BYTES <= tiff.length);
  };
  if (tiff.length < 8) return false;
  const pointers = entriesOf(long(4)).filter((entry) => short(entry) === GPS_IFD);
  for (const pointer of pointers) {
    const gps = long(pointer + 8);
    const entries = entriesOf(gps);
    for (const entry of entries) {
      const bytes = (SIZES[short(entry + 2)] ?? 0) * long(entry + 4);
      if (bytes > 4 && long(entry + 8) < tiff.length)
        tiff.fill(0, long(entry + 8), Math.min(tiff.length, long(entry + 8) + bytes));
      tiff.fill(0, entry, entry + ENTRY_BYTES);
    }
    if (entries.length > 0) tiff.fill(0, gps, gps + 2);
  }
  return pointers.length > 0;
}

/** PNG, 5.3: each chunk ends with the sum of its type and data. */
function sealPng(png: Buffer): void {
  for (let at = 8; at + 12 <= png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    if (end + 4 > png.length) return;
    png.writeUInt32BE(crc32(png.subarray(at + 4, end)), end);
    at = end + 4;
  }
}
