import { Clock } from '@intervia/clock';
import { Injectable } from '@nestjs/common';
import { assertMayRequest } from '../../domain/opening/decide-pre-ticket.js';
import { InvalidTicket } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import type { PreTicketRequest } from '../../domain/ticket/ticket-commands.js';
import { namingTicket } from '../running/batch-faults.js';
import { assertAttached } from '../running/caller.js';
import type { Caller } from '../running/caller.js';
import { NewTickets, made } from '../running/new-tickets.js';
import { Settings } from '../ports/settings.js';
import { TicketChanges } from '../running/ticket-changes.js';

export interface VisitNote {
  readonly externalId: string;
  /** Without a manager: one is chosen when it is validated. */
  readonly request: PreTicketRequest;
}

const MAX_NOTES = 200;

/** Manual, "Bouton « VTI »": notes and photos of site visits become "?". */
@Injectable()
export class ImportVisitNotesHandler {
  constructor(
    private readonly newTickets: NewTickets,
    private readonly settings: Settings,
    private readonly changes: TicketChanges,
    private readonly clock: Clock,
  ) {}

  /** @returns how many were new. */
  async execute(caller: Caller, notes: readonly VisitNote[]): Promise<number> {
    const { agencyId, actor } = caller;
    if (notes.length > MAX_NOTES) throw new InvalidTicket([{ field: 'notes', code: 'TOO_MANY' }]);
    const settings: Readonly<Record<Module, ModuleSettings>> = {
      SYNDIC: await this.settings.of(agencyId, 'SYNDIC'),
      GERANCE: await this.settings.of(agencyId, 'GERANCE'),
    };
    return this.newTickets.addBatch(
      agencyId,
      notes.map(({ externalId, request }, index) => ({
        origin: `vti:${externalId}`,
        prepare: (identity) =>
          namingTicket(`notes.${index}`, () => {
            if (!externalId) throw new InvalidTicket([{ field: 'externalId', code: 'REQUIRED' }]);
            assertMayRequest(actor, request);
            assertAttached(caller, request.place);
            const own = settings[request.module];
            const now = this.clock.now();
            return made(
              this.changes.make(
                { type: 'ReceivePreTicket', actor, now, identity, request, settings: own },
                undefined,
                own,
              ),
            );
          }),
      })),
    );
  }
}
