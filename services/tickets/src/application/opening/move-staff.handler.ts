import { Injectable } from '@nestjs/common';
import { Tickets } from '../ports/tickets.js';

/** The directory says who is attached to a place: its assistants and accountants see its tickets from then on. */
@Injectable()
export class MoveStaffHandler {
  constructor(private readonly tickets: Tickets) {}

  execute(
    agencyId: string,
    place: { readonly buildingId: string; readonly unitId: string },
    staffIds: readonly string[],
  ): Promise<void> {
    return this.tickets.moveStaff(agencyId, place, staffIds);
  }
}
