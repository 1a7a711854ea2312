import type { MessageInitShape } from '@bufbuild/protobuf';
import { TicketPart } from '@intervia/contracts';
import type { ListEarlierRequest, ListEarlierResponseSchema } from '@intervia/contracts';
import type { EarlierPage, EarlierPart } from '../../../application/reading/list-earlier.query.js';
import { InvalidCommand } from '../../../domain/values/errors.js';
import type { HistoryEntry } from '../../../domain/history/record.js';
import type { Note, ThreadMessage } from '../../../domain/values/model.js';
import { toMessageOfThread, toNoteMessage } from './exchange.mapper.js';
import { toHistoryMessage } from './ticket.mapper.js';

export function toEarlierPart({ part, threadId }: ListEarlierRequest): EarlierPart {
  switch (part) {
    case TicketPart.HISTORY:
      return { part: 'history' };
    case TicketPart.NOTES:
      return { part: 'notes' };
    case TicketPart.MESSAGES:
      return { part: 'messages', threadId };
    case TicketPart.UNSPECIFIED:
      throw new InvalidCommand([{ field: 'part', code: 'REQUIRED' }]);
  }
}

export function toEarlierMessage(
  { part }: EarlierPart,
  { entries, from }: EarlierPage,
): MessageInitShape<typeof ListEarlierResponseSchema> {
  switch (part) {
    case 'history':
      return { from, history: (entries as readonly HistoryEntry[]).map(toHistoryMessage) };
    case 'notes':
      return { from, notes: (entries as readonly Note[]).map(toNoteMessage) };
    case 'messages':
      return { from, messages: (entries as readonly ThreadMessage[]).map(toMessageOfThread) };
  }
}
