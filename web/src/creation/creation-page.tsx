import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useSignedIn } from '../api/session.js';
import { COMMON, CREATION, MODULES } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { formatDateTime } from '../lib/dates.js';
import { newKey } from '../lib/keys.js';
import { CreationForm } from './creation-form.js';
import { draftStore } from './draft-store.js';
import { emptyDraft } from './draft.js';
import type { StoredDraft } from './draft.js';

/** Manual, "Saisir les données du ticket". */
export default function CreationPage() {
  const { path, rights } = useModule();
  const { user } = useSignedIn();
  const fresh = (): StoredDraft => ({
    key: newKey(),
    values: emptyDraft(user.id, formatDateTime(new Date().toISOString())),
    documents: [],
  });
  const owner = { userId: user.id, path };
  const [draft, setDraft] = useState(() => draftStore.load(owner) ?? fresh());
  useDocumentTitle(`${CREATION.title(MODULES[path])} · ${COMMON.product}`);
  if (!rights.create) return <NotFound />;
  const discard = (): void => {
    draftStore.clear(owner);
    setDraft(fresh());
  };
  return <CreationForm key={draft.key} stored={draft} owner={owner} onDiscard={discard} />;
}
