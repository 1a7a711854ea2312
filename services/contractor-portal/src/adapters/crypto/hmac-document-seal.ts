import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Document } from '../../domain/answer.js';
import { DocumentSeal } from '../../application/ports/document-seal.js';

export class HmacDocumentSeal extends DocumentSeal {
  constructor(private readonly secret: string) {
    super();
  }

  seal(token: string, field: string, document: Document): string {
    const { id, name, mediaType, size, sha256 } = document;
    const body = Buffer.from(JSON.stringify({ id, name, mediaType, size, sha256 })).toString('base64url');
    return `${body}.${this.sign(token, field, body).toString('base64url')}`;
  }

  open(token: string, field: string, sealed: string): Document | undefined {
    const [body, signature, ...rest] = sealed.split('.');
    if (!body || !signature || rest.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.sign(token, field, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return JSON.parse(Buffer.from(body, 'base64url').toString()) as Document;
  }

  /** The label keeps seals apart from tokens, which are made with the same secret. */
  private sign(token: string, field: string, body: string): Buffer {
    return createHmac('sha256', this.secret).update(['document', token, field, body].join('\0')).digest();
  }
}
