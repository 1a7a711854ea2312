import { Schema } from 'mongoose';
import type { AccountingEntity, ProfessionalCard } from '../../../domain/property/entity.js';
import { publishedSchema } from '../published.js';
import type { Published } from '../published.js';

export const ENTITY = 'Entity';
export const CARD = 'Card';

export interface EntityDocument extends Published {
  record: Partial<AccountingEntity>;
}

export interface CardDocument extends Published {
  record: Partial<ProfessionalCard>;
}

export const entitySchema = publishedSchema<EntityDocument>('entities', { record: Schema.Types.Mixed });
export const cardSchema = publishedSchema<CardDocument>('cards', { record: Schema.Types.Mixed });
