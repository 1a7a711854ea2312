import { useReducer } from 'react';
import { useModuleSettings } from '../api/settings.js';
import { MODULES, SETTINGS } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { SettingsForm } from './settings-form.js';
import { SettingsFrame } from './settings-frame.js';

/** Manual, "Paramétrer le module". */
export default function SettingsPage() {
  const { path } = useModule();
  const { data: settings, error, refetch } = useModuleSettings(path);
  const [round, renew] = useReducer((n: number) => n + 1, 0);
  return (
    <SettingsFrame title={SETTINGS.title(MODULES[path])}>
      {error && !settings && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!settings && !error && <Loading />}
      {settings && (
        <SettingsForm
          key={round}
          settings={settings}
          onRenew={renew}
          onReload={() => void refetch().then(renew)}
        />
      )}
    </SettingsFrame>
  );
}
