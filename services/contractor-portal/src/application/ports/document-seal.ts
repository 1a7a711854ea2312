import type { Document } from '../../domain/answer.js';

/** Lets a page carry documents already uploaded, so that a fault elsewhere in the form does not lose them. */
export abstract class DocumentSeal {
  abstract seal(token: string, field: string, document: Document): string;
  /** Undefined unless this service sealed it for this link and this field. */
  abstract open(token: string, field: string, sealed: string): Document | undefined;
}
