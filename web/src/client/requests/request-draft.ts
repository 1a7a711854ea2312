import type { DocumentRef } from '../../api/types.js';
import { endDraft, loadDraft, saveDraft } from '../../lib/draft-storage.js';
import { newKey } from '../../lib/keys.js';
import type { TypedRequest } from './typed-request.js';

/** What survives a reload, or a phone that forgets the page while its camera is open. */
export interface RequestDraft {
  /** Makes a request that is sent again count once. */
  key: string;
  values: TypedRequest;
  documents: DocumentRef[];
}

/** One per client and tab. */
export function requestDraft(clientId: string) {
  const name = `client.1.${clientId}`;
  return {
    load: (): RequestDraft => (loadDraft(name) as RequestDraft | undefined) ?? freshDraft(),
    save: (draft: RequestDraft): void => saveDraft(name, draft, draft.key),
    end: (key: string): void => endDraft(name, key),
  };
}

function freshDraft(): RequestDraft {
  return { key: newKey(), values: { place: '', subject: '', description: '' }, documents: [] };
}
