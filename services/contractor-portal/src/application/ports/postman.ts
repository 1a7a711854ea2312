import type { Link } from '../../domain/link.js';

/** Sends the last message of a link's holder again, to the address that is known now. */
export abstract class Postman {
  /** False when nothing ever left for the holder. The same key sends once. */
  abstract sendAgain(link: Link, key: string): Promise<boolean>;
}
