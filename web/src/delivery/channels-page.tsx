import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useChannels } from '../api/delivery.js';
import { useSignedIn } from '../api/session.js';
import pageClasses from '../creation/creation.module.css';
import { CHANNELS_PAGE, COMMON } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { SettingsTabs } from '../settings/settings-tabs.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ChannelsForm } from './channels-form.js';

/** What the agency's mails and SMS leave through. */
export default function ChannelsPage() {
  const { path } = useModule();
  const { user } = useSignedIn();
  const { data: settings, error, refetch } = useChannels();
  useDocumentTitle(`${CHANNELS_PAGE.title} · ${COMMON.product}`);
  if (user.role !== 'ADMINISTRATOR') return <NotFound />;
  return (
    <div className={pageClasses.page}>
      <BackToList path={path} />
      <Title order={1} size="h3" mb="xs">
        {CHANNELS_PAGE.title}
      </Title>
      <SettingsTabs path={path} />
      <p className={pageClasses.hint}>{CHANNELS_PAGE.hint}</p>
      {error && !settings && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!settings && !error && <Loading />}
      {settings && (
        <ChannelsForm key={settings.version} settings={settings} onReload={() => void refetch()} />
      )}
    </div>
  );
}
