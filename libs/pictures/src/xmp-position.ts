/** Attributes and elements of XMP, part 2, 3.3.1 (`exif:GPS…`); what programs write of places by name too. */
const POSITION =
  /(?<head>exif:GPS[A-Za-z]{1,40}\s{0,8}=\s{0,8}["']|<exif:GPS[A-Za-z]{1,40}>)(?<value>[^"'<]{1,200})/g;

/** A copy with the positions of XMP blanked, where there are any. */
export function xmpWithoutPosition(photo: Buffer): Buffer | undefined {
  if (!photo.includes('exif:GPS')) return undefined;
  const copy = Buffer.from(photo);
  for (const { index, groups } of photo.toString('latin1').matchAll(POSITION)) {
    const { head = '', value = '' } = groups ?? {};
    copy.fill(0x20, index + head.length, index + head.length + value.length);
  }
  return copy;
}
