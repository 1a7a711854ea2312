import type { ApiKey } from '../../domain/api-keys/api-key.js';

export abstract class ApiKeys {
  /** The key one of whose secrets has this hash: a key comes before the agency is known. */
  abstract withSecret(hash: string): Promise<ApiKey | undefined>;
  abstract list(agencyId: string): Promise<ApiKey[]>;
  abstract add(key: ApiKey): Promise<void>;
  /**
   * Changes it on its version, again on the newer one when somebody was quicker.
   * @param change undefined: nothing to do
   * @returns undefined for a key that the agency has not
   */
  abstract update(
    agencyId: string,
    id: string,
    change: (key: ApiKey) => ApiKey | undefined,
  ): Promise<ApiKey | undefined>;
}
