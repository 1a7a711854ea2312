import { AppError } from '@intervia/rules';
import type { Channel } from '../../../domain/reach.js';
import type { TemplateCode } from '../../../domain/template-codes.js';

/** An agency's own text in the place of the one shipped. */
export interface Wording {
  /** Of a mail: follows the ticket's number. */
  readonly subject: string;
  /** Sanitised HTML of a mail, plain text of an SMS. */
  readonly body: string;
}

export interface WordingKey {
  readonly agencyId: string;
  readonly template: TemplateCode;
  readonly channel: Channel;
}

export interface WordingVersion {
  readonly template: TemplateCode;
  readonly channel: Channel;
  /** 1 for the first change of an agency; 0 means that the shipped text never changed. */
  readonly version: number;
  /** Absent: back to the text shipped. */
  readonly wording?: Wording;
  readonly savedAt: Date;
  readonly savedBy: string;
}

/** Somebody else saved the same text meanwhile. */
export class WordingConflict extends AppError {
  constructor(options?: ErrorOptions) {
    super('VERSION_CONFLICT', 'conflict', {}, [], options);
  }
}

/** The texts that agencies wrote; every version is kept, since messages on their way hold on to theirs. */
export abstract class Wordings {
  /** The newest version; absent when the agency never changed the text. */
  abstract current(key: WordingKey): Promise<WordingVersion | undefined>;
  /** The text of one version; absent for the shipped one. */
  abstract at(key: WordingKey, version: number): Promise<Wording | undefined>;
  /** The newest version of each text that the agency ever changed. */
  abstract all(agencyId: string): Promise<readonly WordingVersion[]>;
  /** Throws WordingConflict if the version is taken. */
  abstract add(agencyId: string, version: WordingVersion): Promise<void>;
}
