import type { WordingKey, WordingVersion } from '../../application/ports/templates/wordings.js';
import type { WordingDocument } from './wording.schema.js';

export const wordingId = ({ agencyId, template, channel }: WordingKey, version: number): string =>
  [agencyId, template, channel, version].join('|');

export function toDocument(agencyId: string, version: WordingVersion): WordingDocument {
  return { _id: wordingId({ agencyId, ...version }, version.version), agencyId, ...version };
}

export function toVersion({ _id, agencyId: _agencyId, ...version }: WordingDocument): WordingVersion {
  return version;
}
