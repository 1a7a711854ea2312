/** Secret segments of the addresses that providers call, one per account: callbacks are not signed. */
export abstract class CallbackSecrets {
  /** Undefined when the platform takes no callbacks, and asks instead. */
  abstract of(accountId: string): string | undefined;
  /** The account that the segment belongs to. */
  abstract read(secret: string): string | undefined;
}
