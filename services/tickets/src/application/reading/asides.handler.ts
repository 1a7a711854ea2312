import { Clock } from '@intervia/clock';
import { MOST } from '@intervia/rules';
import { Injectable } from '@nestjs/common';
import { asideState, checkAside, dayOf } from '../../domain/settings/asides.js';
import type { Aside, AsideState } from '../../domain/settings/asides.js';
import { ActorNotAllowed, assertNone, InvalidCommand, TicketNotFound } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import { Asides } from '../ports/asides.js';
import type { AsidesOwner } from '../ports/asides.js';
import { TicketList } from '../ports/ticket-list.js';
import { selves } from '../running/caller.js';
import type { Caller } from '../running/caller.js';

export interface KeptAside extends Aside {
  readonly state: AsideState;
}

/** What its user has put aside, and what is back; every answer holds all of a module. */
@Injectable()
export class AsidesHandler {
  constructor(
    private readonly asides: Asides,
    private readonly tickets: TicketList,
    private readonly clock: Clock,
  ) {}

  async list(caller: Caller, module: Module | undefined): Promise<readonly KeptAside[]> {
    const owner = ownerOf(caller, module);
    const kept = await this.asides.of(owner);
    if (kept.length === 0) return [];
    const heard = await this.heard(caller, owner, kept);
    // Of what ended, or is out of sight, nothing is to be looked at again.
    const ended = kept.filter(({ ticketId }) => !heard.has(ticketId));
    if (ended.length > 0)
      await this.asides.remove(
        owner,
        ended.map(({ ticketId }) => ticketId),
      );
    const now = this.clock.now();
    return kept
      .filter(({ ticketId }) => heard.has(ticketId))
      .map((aside) => ({ ...aside, state: asideState(aside, heard.get(aside.ticketId), now) }));
  }

  /** @param day as "2026-12-04", in Paris */
  async put(
    caller: Caller,
    module: Module | undefined,
    { ticketIds, day, reason }: { ticketIds: readonly string[]; day: string; reason: string },
  ): Promise<readonly KeptAside[]> {
    const owner = ownerOf(caller, module);
    const setAt = this.clock.now();
    const until = dayOf(day);
    assertNone(checkAside(until, reason, setAt));
    const kept = await this.asides.of(owner);
    const wanted = [...new Set(ticketIds)].map((ticketId): Aside => ({
      ticketId,
      until: until ?? setAt,
      reason,
      setAt,
    }));
    if (new Set([...kept, ...wanted].map(({ ticketId }) => ticketId)).size > MOST.asides)
      throw new InvalidCommand([{ field: 'ticketIds', code: 'TOO_MANY' }]);
    const heard = await this.heard(caller, owner, wanted);
    if (wanted.some(({ ticketId }) => !heard.has(ticketId))) throw new TicketNotFound();
    if (wanted.length > 0) await this.asides.put(owner, wanted);
    return this.list(caller, module);
  }

  async take(
    caller: Caller,
    module: Module | undefined,
    ticketIds: readonly string[],
  ): Promise<readonly KeptAside[]> {
    await this.asides.remove(ownerOf(caller, module), ticketIds);
    return this.list(caller, module);
  }

  private heard(caller: Caller, { agencyId, module }: AsidesOwner, asides: readonly Aside[]) {
    return this.tickets.heard({
      agencyId,
      module,
      staffIds: caller.attachedOnly ? selves(caller) : undefined,
      ids: asides.map(({ ticketId }) => ticketId),
    });
  }
}

function ownerOf({ agencyId, actor }: Caller, module: Module | undefined): AsidesOwner {
  if (actor.kind !== 'USER') throw new ActorNotAllowed('Asides');
  if (!module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
  return { agencyId, userId: actor.id, module };
}
