import type { AccountingEntity, ProfessionalCard } from '../../../domain/property/entity.js';

/** Entities with their accounting settings, and professional cards: few, and LSC's to say. */
export abstract class Entities {
  abstract entities(agencyId: string): Promise<AccountingEntity[]>;
  abstract cards(agencyId: string): Promise<ProfessionalCard[]>;
  abstract upsert(
    agencyId: string,
    published: { entities: readonly AccountingEntity[]; cards: readonly ProfessionalCard[] },
  ): Promise<void>;
}
