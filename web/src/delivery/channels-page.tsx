import { useReducer } from 'react';
import { useChannels } from '../api/delivery.js';
import { CHANNELS_PAGE } from '../fr.js';
import { SettingsFrame } from '../settings/settings-frame.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ChannelsForm } from './channels-form.js';

/** What the agency's mails and SMS leave through. */
export default function ChannelsPage() {
  const { data: settings, error, refetch } = useChannels();
  const [round, renew] = useReducer((n: number) => n + 1, 0);
  return (
    <SettingsFrame title={CHANNELS_PAGE.title} hint={CHANNELS_PAGE.hint}>
      {error && !settings && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!settings && !error && <Loading />}
      {settings && (
        <ChannelsForm
          key={round}
          settings={settings}
          onRenew={renew}
          onReload={() => void refetch().then(renew)}
        />
      )}
    </SettingsFrame>
  );
}
