import { withoutDigicode } from '@intervia/french';
import type { ClientRow } from '../../../application/ports/client-tickets.js';
import { clientCourseOf } from '../../../domain/audiences/client-course.js';
import type { ClientCourse } from '../../../domain/audiences/client-course.js';
import type { DocumentRef } from '../../../domain/values/model.js';
import { toRecord } from '../ticket/ticket.mapper.js';
import type { TicketFields } from '../ticket/ticket.schema.js';

/** What a client's row is made of; people, exchanges and history stay in the database. */
export const CLIENT_PROJECTION = {
  number: 1,
  modifiedAt: 1,
  closedAt: 1,
  client: 1,
  'details.module': 1,
  'details.subject': 1,
  'details.description': 1,
  'details.notifiedDescription': 1,
  'details.place.label': 1,
  'details.place.digicode': 1,
  'details.requestedAt': 1,
  'details.openedAt': 1,
} as const;

/** With what tells the documents that came with a request. */
export const REQUEST_PROJECTION = {
  ...CLIENT_PROJECTION,
  'details.originalDescription': 1,
  documents: 1,
  'earlier.course': 1,
  'history.fact': 1,
  'history.at': 1,
} as const;

/** What the client itself sent, not what the agency or others added: however long the history grew since. */
export function sentWithRequest({ documents, earlier, history }: TicketFields): DocumentRef[] {
  const course = [...(earlier?.course ?? []), ...history];
  const received = course.find(({ fact }) => fact === 'PreTicketReceived');
  return documents
    .filter(({ kind, addedAt }) => kind === 'ATTACHMENT' && addedAt.getTime() === received?.at.getTime())
    .map(({ ref }) => ref);
}

export function toClientRow(fields: TicketFields, client: ClientCourse): ClientRow {
  const { _id, number, details, modifiedAt, closedAt } = fields;
  const { module, subject, description, notifiedDescription, place, requestedAt, openedAt } = details;
  return {
    id: _id,
    number,
    module,
    subject,
    description: withoutDigicode(description, place.digicode),
    notifiedDescription,
    placeLabel: place.label,
    requestedAt,
    openedAt,
    modifiedAt,
    closedAt: closedAt ?? undefined,
    ...client,
  };
}

/** Of a ticket that was last saved before its course was kept for clients. */
export function courseOfWhole(fields: TicketFields): ClientCourse {
  const { ticket, earlier, history } = toRecord(fields);
  return clientCourseOf(ticket, [...earlier.course, ...history]);
}
