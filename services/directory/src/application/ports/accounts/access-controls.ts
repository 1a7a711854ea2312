import type { AccessControl } from '../../../domain/accounts/access.js';

export abstract class AccessControls {
  abstract of(agencyId: string): Promise<AccessControl>;
  /** False when the stored one is no more the one before it. */
  abstract save(agencyId: string, control: AccessControl): Promise<boolean>;
}
