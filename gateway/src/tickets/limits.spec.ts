import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { LETTERS, LATE_MINUTES, MOST, MOST_CENTS, TIMERS, VISIT_MINUTES } from '@intervia/rules';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { ClientRequestDto } from '../client/client.dto.js';
import { SettingsDto } from '../settings/settings.dto.js';
import { TicketDraftDto } from './opening/ticket-draft.dto.js';
import { TimerSettingsDto } from './opening/timer-settings.dto.js';
import { NoteDto } from './people/exchange.dto.js';
import { AppointmentDto } from './steps/appointments.dto.js';
import { QuoteDto } from './steps/quotes.dto.js';
import { PresenceAnswerDto } from './steps/work.dto.js';

const letters = (count: number) => 'x'.repeat(count);
const people = (count: number) => Array.from({ length: count }, () => ({ name: 'X' }));
const ids = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`);

type Counted = readonly [string, new () => object, string, number, (count: number) => unknown];

/** services/tickets/src/domain/ticket/limits.spec.ts and web/src/lib/limits.spec.ts hold the same table. */
const COUNTED: readonly Counted[] = [
  ['subject', TicketDraftDto, 'subject', LETTERS.subject, letters],
  ['description', TicketDraftDto, 'description', LETTERS.text, letters],
  ['people', TicketDraftDto, 'contacts', MOST.people, people],
  ['contractors', TicketDraftDto, 'contractors', MOST.contractors, people],
  ['documents', TicketDraftDto, 'attachmentIds', MOST.documents, ids],
  ['description of a client', ClientRequestDto, 'description', LETTERS.text, letters],
  ['note', NoteDto, 'html', LETTERS.note, letters],
  ['quotes', QuoteDto, 'quoteIds', MOST.quotes, ids],
  ['amount', QuoteDto, 'amountCents', MOST_CENTS, (cents) => cents],
  ['visit', AppointmentDto, 'durationMinutes', VISIT_MINUTES.most, (minutes) => minutes],
  ['delay of the contractor', PresenceAnswerDto, 'lateMinutes', LATE_MINUTES.most, (minutes) => minutes],
  ['visit reminder', TimerSettingsDto, 'visitHours', TIMERS.visitHours, (hours) => hours],
  ['default attachments', SettingsDto, 'defaultAttachmentIds', MOST.defaultAttachments, ids],
];

describe('a body', () => {
  it.each(COUNTED)(
    'takes so much of a %s as the house’s table says, and no more',
    (_, dto, field, most, value) => {
      const isFaulty = (count: number) =>
        validateSync(plainToInstance(dto, { [field]: value(count) })).some(
          ({ property }) => property === field,
        );
      expect([isFaulty(most), isFaulty(most + 1)]).toEqual([false, true]);
    },
  );
});
