/** Whose link: a mission's contractor, or a correspondent. */
export type LinkHolder = { readonly missionId: string } | { readonly correspondentId: string };

export abstract class Links {
  /** The same link for every message to the holder. */
  abstract issue(agencyId: string, ticketId: string, holder: LinkHolder): Promise<string>;
  /** What was sent opens nothing any more; the next message carries a new one. */
  abstract revoke(agencyId: string, ticketId: string, holder: LinkHolder): Promise<void>;
  /** As long as a real one, and opens nothing: for previews and for counting characters. */
  abstract example(): string;
}
