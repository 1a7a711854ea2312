/** Thrown by an `upsert` when somebody else took the mail in the meantime. */
export class MailTaken extends Error {}
