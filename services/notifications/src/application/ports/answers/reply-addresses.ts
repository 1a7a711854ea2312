/** Addresses that say by themselves which conversation an answer belongs to, and that nobody can make up. */
export abstract class ReplyAddresses {
  /** Undefined when the platform has no mailbox for answers. */
  abstract of(ref: string): string | undefined;
  /** The conversation of the first address that is one of ours and rightly signed. */
  abstract read(addresses: readonly string[]): string | undefined;
}
