/** Journals that the provider may have the message from now on. */
export type JournalHandOver = (text: string) => Promise<void>;
