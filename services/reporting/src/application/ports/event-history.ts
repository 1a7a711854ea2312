import type { Struck } from '../../domain/measures/fact.js';
import type { Lesson, StaffChange } from './read-model.js';

export type PastEvent =
  | { readonly lesson: Lesson }
  | { readonly deletedTicketId: string }
  | { readonly struckTicketId: string; readonly struck: Struck }
  | { readonly staff: StaffChange };

/** The facts of an agency as the stream keeps them, oldest first. */
export abstract class EventHistory {
  abstract read(agencyId: string): AsyncIterable<PastEvent>;
}
