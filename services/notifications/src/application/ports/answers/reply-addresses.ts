/** Addresses that say by themselves which conversation an answer belongs to, and that nobody can make up. */
export abstract class ReplyAddresses {
  /** Undefined when the platform has no mailbox for answers. */
  abstract of(ref: string): string | undefined;
  /** The conversations of the addresses that are ours and rightly signed, each once. */
  abstract read(addresses: readonly string[]): readonly string[];
}
