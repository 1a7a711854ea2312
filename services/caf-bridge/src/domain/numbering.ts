import type { Message } from './layout/layout.js';

/** Files are numbered without a gap within one of these. */
export interface Series {
  organisme: string;
  bailleur: string;
  message: Message;
}

export const seriesKey = ({ organisme, bailleur, message }: Series): string =>
  `${message}:${organisme}:${bailleur}`;

/** Six digits of the record; a series that is full needs another layout. */
export const LAST_NUMBER = 999_999;
