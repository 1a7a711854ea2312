import { AppError } from '@intervia/rules';
import { Clock } from '@intervia/clock';
import { retryOnConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { MOST_CHOSEN_UNITS, assertOpen, withoutItem } from '../../domain/drafts/draft.js';
import type { Draft, Presence, UserRef } from '../../domain/drafts/draft.js';
import type { KnownUnit } from '../../domain/drafts/known.js';
import { STEPS } from '../../domain/forms/content.js';
import type { Step, Wizard } from '../../domain/forms/content.js';
import { draftNotFound } from '../../domain/values/errors.js';
import { Drafts } from '../ports/drafts.js';
import type { DraftPage, PageRequest } from '../ports/drafts.js';
import { Identifiers } from '../ports/identifiers.js';
import { PropertyFiles } from '../ports/property-files.js';
import type { Actor } from '../ports/property-files.js';
import { ReadKnown } from './read-known.js';
import type { Evaluated } from './read-known.js';

export const userOf = ({ userId, userName }: Actor): UserRef => ({ id: userId, name: userName });

export interface NewDrafts {
  readonly wizard: Wizard;
  readonly unitIds: readonly string[];
  readonly mandateId: string;
  readonly commandId: string;
}

/** Drafts as wholes: made, listed, read, left and deleted. */
@Injectable()
export class DraftsHandler {
  constructor(
    private readonly drafts: Drafts,
    private readonly files: PropertyFiles,
    private readonly known: ReadKnown,
    private readonly ids: Identifiers,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError UNIT_REQUIRED, TOO_MANY_UNITS, MANDATE_REQUIRED */
  async create(actor: Actor, request: NewDrafts): Promise<Evaluated[]> {
    const places = await this.places(actor.agencyId, request);
    const now = this.clock.now();
    const drafts = await Promise.all(
      places.map((place, index) =>
        this.drafts.create({
          // Repeating the command gives the same drafts.
          id: this.ids.hash(`${actor.agencyId}/${request.commandId}/${String(index)}`).slice(0, 24),
          agencyId: actor.agencyId,
          wizard: request.wizard,
          ...place,
          title: '',
          complete: false,
          keepable: false,
          version: 1,
          steps: [],
          resumeStep: STEPS[request.wizard][0] ?? 'OWNER',
          resumeItemId: '',
          createdBy: userOf(actor),
          createdAt: now,
          savedBy: userOf(actor),
          savedAt: now,
          presences: [],
        }),
      ),
    );
    return Promise.all(drafts.map((draft) => this.known.evaluate(draft)));
  }

  list(actor: Actor, wizard: Wizard, page: PageRequest): Promise<DraftPage> {
    return this.drafts.list(actor.agencyId, wizard, actor.userId, page);
  }

  async get(actor: Actor, id: string): Promise<Evaluated> {
    return this.known.evaluate(await this.find(actor.agencyId, id));
  }

  async removeItem(actor: Actor, id: string, itemId: string): Promise<Evaluated> {
    return retryOnConflict(async () => {
      const before = await this.find(actor.agencyId, id);
      const now = this.clock.now();
      const evaluated = await this.known.evaluate(withoutItem(before, itemId, userOf(actor), now));
      await this.drafts.save(before, evaluated.draft, [], now);
      return evaluated;
    });
  }

  /** Idempotent: a draft that is not there is deleted. */
  async delete(actor: Actor, id: string): Promise<void> {
    await retryOnConflict(async () => {
      const draft = await this.drafts.find(actor.agencyId, id);
      if (!draft) return;
      assertOpen(draft);
      await this.drafts.remove(draft, undefined, [{ type: 'DELETED', by: userOf(actor) }], this.clock.now());
    });
  }

  async enter(actor: Actor, id: string, step: Step | ''): Promise<Draft> {
    const presence: Presence = { user: userOf(actor), step, seenAt: this.clock.now() };
    const draft = await this.drafts.enter(actor.agencyId, id, presence);
    if (!draft) throw draftNotFound();
    return draft;
  }

  leave(actor: Actor, id: string): Promise<void> {
    return this.drafts.leave(actor.agencyId, id, userOf(actor), this.clock.now());
  }

  private async find(agencyId: string, id: string): Promise<Draft> {
    const draft = await this.drafts.find(agencyId, id);
    if (!draft) throw draftNotFound();
    return draft;
  }

  private async places(
    agencyId: string,
    { wizard, unitIds, mandateId }: NewDrafts,
  ): Promise<Pick<Draft, 'unitId' | 'mandateId' | 'about' | 'presentTenants'>[]> {
    const nothing = { unitId: '', mandateId: '', about: '', presentTenants: '' };
    switch (wizard) {
      case 'MANDATE':
        return [nothing];
      case 'UNIT': {
        const mandate = mandateId ? await this.files.mandate(agencyId, mandateId) : undefined;
        if (!mandate || mandate.ended) throw new AppError('MANDATE_REQUIRED', 'invalid');
        return [
          { ...nothing, mandateId, about: [mandate.number, mandate.ownerName].filter(Boolean).join(' – ') },
        ];
      }
      case 'TENANT': {
        const chosen = [...new Set(unitIds)];
        if (chosen.length > MOST_CHOSEN_UNITS) {
          throw new AppError('TOO_MANY_UNITS', 'invalid', { most: String(MOST_CHOSEN_UNITS) });
        }
        const units = await this.files.units(agencyId, chosen);
        const known = chosen.flatMap((id): KnownUnit[] =>
          [units.get(id)].flatMap((unit) => (unit ? [unit] : [])),
        );
        if (known.length === 0 || known.length < chosen.length)
          throw new AppError('UNIT_REQUIRED', 'invalid');
        return known.map((unit) => ({
          ...nothing,
          unitId: unit.id,
          about: [unit.label, unit.buildingName].filter(Boolean).join(', '),
          presentTenants: unit.presentTenants,
        }));
      }
    }
  }
}
