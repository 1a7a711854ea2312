import type { Attachment } from 'mailparser';

const DRAWN_IN =
  /<img\b[^>]{0,500}?\bsrc\s*=\s*["']?data:image\/(png|jpe?g|gif|webp|heic);base64,([A-Za-z0-9+/=\s]+)/gi;
const MOST = 20;

/** Pictures that stand within the HTML itself, as some phones send them: parts of the mail as others are. */
export function picturesWithin(
  html: string,
): Pick<Attachment, 'filename' | 'content' | 'size' | 'related' | 'contentType'>[] {
  if (!html.includes('data:image/')) return [];
  return [...html.matchAll(DRAWN_IN)].slice(0, MOST).map(([, kind = '', base64 = ''], at) => {
    const content = Buffer.from(base64, 'base64');
    const type = kind.toLowerCase();
    return {
      filename: `image-${at + 1}.${type === 'jpeg' ? 'jpg' : type}`,
      contentType: `image/${type}`,
      content,
      size: content.length,
      related: true,
    };
  });
}
