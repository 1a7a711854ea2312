import { useDocumentTitle } from '@mantine/hooks';
import { useSignedIn } from '../api/session.js';
import { useModuleSettings } from '../api/settings.js';
import { COMMON, MODULES, SETTINGS } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { SettingsForm } from './settings-form.js';

/** Manual, "Paramétrer le module". */
export default function SettingsPage() {
  const { path } = useModule();
  const { user } = useSignedIn();
  const { data: settings, error, refetch } = useModuleSettings(path);
  useDocumentTitle(`${SETTINGS.title(MODULES[path])} · ${COMMON.product}`);
  if (user.role !== 'ADMINISTRATOR') return <NotFound />;
  // Read anew after each saving, and after somebody else's.
  if (settings)
    return <SettingsForm key={settings.version} settings={settings} onReload={() => void refetch()} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}
