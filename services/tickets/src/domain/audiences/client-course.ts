import type { CourseRecord } from '../history/record.js';
import type { ExistingTicket } from '../ticket/ticket.js';
import { clientRequestOf } from './client-request.js';
import type { ClientRequest } from './client-request.js';
import { followUpOf } from './follow-up.js';
import type { FollowUp } from './follow-up.js';

/** What clients read of how a ticket went; it is kept with the ticket, so that their lists read no history. */
export interface ClientCourse {
  readonly followUp: FollowUp;
  readonly request: ClientRequest;
}

export function clientCourseOf(ticket: ExistingTicket, course: readonly CourseRecord[]): ClientCourse {
  return { followUp: followUpOf(ticket, course), request: clientRequestOf(ticket, course) };
}
