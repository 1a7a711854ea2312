import { Id } from '../../http/fields.js';
import { InvalidRequest } from '../../http/problem.js';

/** Whose link: one of the two. */
export class LinkHolderDto {
  @Id({ description: 'A contractor’s.' })
  missionId?: string;

  @Id({ description: 'Of another third party.' })
  correspondentId?: string;
}

/** @throws INVALID_REQUEST unless it is exactly one. */
export function holderOf({ missionId = '', correspondentId = '' }: LinkHolderDto): {
  missionId: string;
  correspondentId: string;
} {
  if ((missionId === '') === (correspondentId === '')) {
    throw new InvalidRequest([{ field: 'missionId', code: 'REQUIRED' }]);
  }
  return { missionId, correspondentId };
}
