import type { PersonMarks } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { PersonTickets } from '../ports/person-tickets.js';
import type { Stretch } from '../ports/person-tickets.js';
import type { Caller } from '../running/caller.js';
import { assertKnown } from './assert-known.js';

/** The tickets in which somebody appears, a stretch of numbers a call. */
@Injectable()
export class FindTicketsOfPersonQuery {
  constructor(private readonly tickets: PersonTickets) {}

  execute(caller: Caller, marks: PersonMarks, afterNumber: number): Promise<Stretch> {
    assertKnown(caller, marks);
    return this.tickets.stretch(caller.agencyId, marks, afterNumber);
  }
}
