import { useDocumentTitle } from '@mantine/hooks';
import { useSignedIn } from '../api/session.js';
import { useModuleSettings } from '../api/settings.js';
import { COMMON, CREATION, MODULES } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { formatDateTime } from '../lib/dates.js';
import { Loading } from '../ui/loading.js';
import { CreationForm } from './creation-form.js';
import { emptyDraft } from './draft/draft.js';
import { useStoredDraft } from './draft/use-stored-draft.js';

/** Manual, "Saisir les données du ticket". */
export default function CreationPage() {
  const { path, rights } = useModule();
  const settings = useModuleSettings(path);
  if (!rights.create) return <NotFound />;
  // Without settings the form begins with the product's own defaults.
  return settings.isPending ? <Loading /> : <NewTicket />;
}

function NewTicket() {
  const { path } = useModule();
  const { user } = useSignedIn();
  const { data: settings } = useModuleSettings(path);
  const title = CREATION.title(MODULES[path]);
  const { draft, owner, discard } = useStoredDraft(path, () =>
    emptyDraft(user.id, formatDateTime(new Date().toISOString()), settings),
  );
  useDocumentTitle(`${title} · ${COMMON.product}`);
  return (
    <CreationForm
      key={draft.key}
      purpose={{ title, submit: CREATION.submit, done: CREATION.created }}
      stored={draft}
      owner={owner}
      onDiscard={discard}
    />
  );
}
