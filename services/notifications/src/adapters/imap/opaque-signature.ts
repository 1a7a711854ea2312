import { AsnConvert } from '@peculiar/asn1-schema';
import { ContentInfo, SignedData, id_signedData } from '@peculiar/asn1-cms';

const OPAQUE: ReadonlySet<string> = new Set(['application/pkcs7-mime', 'application/x-pkcs7-mime']);

export const isOpaque = (contentType: string): boolean => OPAQUE.has(contentType.toLowerCase());

/** The mail within a signed one (S/MIME, `-nodetach`); undefined when it is encrypted, or nothing that we read. */
export function signedContent(p7m: Uint8Array): Buffer | undefined {
  try {
    const outer = AsnConvert.parse(p7m, ContentInfo);
    if (outer.contentType !== id_signedData) return undefined;
    const { eContent } = AsnConvert.parse(outer.content, SignedData).encapContentInfo;
    const bytes = eContent?.single?.buffer ?? eContent?.any;
    return bytes && Buffer.from(bytes);
  } catch {
    return undefined;
  }
}
