import type { Link, LinkTarget } from '../../domain/link.js';

export abstract class LinkRepository {
  /** Pushes the end of the holder's usable link back to `until`. Undefined when it has none. */
  abstract prolong(target: LinkTarget, now: Date, until: Date): Promise<Link | undefined>;
  /**
   * Puts a link in the place of the holder's unusable one.
   * When two are made at once the first stays, and both callers get it.
   */
  abstract replace(link: Link, tokenHash: string, now: Date): Promise<Link>;
  abstract byTokenHash(tokenHash: string): Promise<Link | undefined>;
  /** Ends every usable link of the holder, and counts them. */
  abstract revoke(target: LinkTarget, now: Date): Promise<number>;
}
