import { ResizeFit, Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { jpegOfHeif } from './heif.js';

/** What browsers may not show, and PDF readers never do. */
const HEIF: ReadonlySet<string> = new Set(['image/heic', 'image/heif']);
const READABLE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif',
  ...HEIF,
]);
const MOST_BYTES = 25 * 1024 * 1024;
/** Above, a small file may unpack to gigabytes. */
const MOST_PIXELS = 60_000_000;
const QUALITY = 80;

/** Of a stored document. */
interface Photo {
  readonly mediaType: string;
  readonly size: number;
}

export interface Frame {
  /** Pixels; a picture is never made larger than it is. */
  readonly width: number;
  readonly height: number;
  /** 0 to 100. */
  readonly quality?: number;
}

/** Whether a JPEG can be made of it: a photo of a kind that is read here, and not too large. */
export const isPicture = ({ mediaType, size }: Photo): boolean =>
  READABLE.has(mediaType) && size <= MOST_BYTES;

/**
 * A picture as an upright JPEG without any metadata, within the frame. Undefined of what is broken, too large once
 * unpacked, or HEIC on a machine without heif-convert.
 */
export async function toJpeg(photo: Buffer, mediaType: string, frame: Frame): Promise<Buffer | undefined> {
  try {
    const { width, height } = imageSize(photo);
    if (width * height > MOST_PIXELS) return undefined;
    const isLarger = width > frame.width || height > frame.height;
    return await inTurn(() => {
      tellWeight(width * height);
      return convert(photo, mediaType, frame, isLarger);
    });
  } catch {
    return undefined;
  }
}

const BYTES_PER_PIXEL = 4;

/**
 * An unpacked picture is held until its small handle is collected, and the engine, which sees no more than the handle, takes its
 * time: hundreds of photos would stay in memory. A buffer of that size, never touched, tells it to look.
 */
function tellWeight(pixels: number): void {
  Buffer.allocUnsafeSlow(pixels * BYTES_PER_PIXEL);
}

async function convert(
  photo: Buffer,
  mediaType: string,
  { width, height, quality = QUALITY }: Frame,
  isLarger: boolean,
): Promise<Buffer> {
  const picture = new Transformer(HEIF.has(mediaType) ? await jpegOfHeif(photo) : photo).rotate();
  if (isLarger) picture.resize({ width, height, fit: ResizeFit.Inside });
  return picture.jpeg(quality);
}

/** Two at a time in a process: each holds a whole picture unpacked. */
const lanes: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const before = lanes.shift();
  const mine = Promise.resolve(before).then(work);
  lanes.push(mine.catch(() => undefined));
  return mine;
}
