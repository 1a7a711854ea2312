import { TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSignedIn } from '../api/session.js';
import type { Channel, TemplateRow } from '../api/template-types.js';
import { useTemplates } from '../api/templates.js';
import { Section } from '../creation/section.js';
import { COMMON, TEMPLATES } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { NotFound } from '../layout/not-found.js';
import { useModule } from '../layout/use-module.js';
import { SettingsTabs } from '../settings/settings-tabs.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import pageClasses from '../creation/creation.module.css';
import { ResetDialog } from './reset-dialog.js';
import { TemplateItem } from './template-item.js';
import { inLists } from './template-lists.js';
import classes from './templates.module.css';

/** Manual, "Modèles d'emails / de SMS": the two lists. */
export default function TemplatesPage({ channel }: { channel: Channel }) {
  const { path } = useModule();
  const { user } = useSignedIn();
  const { data: templates, error, refetch } = useTemplates(channel);
  const [filter, setFilter] = useState('');
  const [resetting, setResetting] = useState<TemplateRow>();
  const title = TEMPLATES.titles[channel];
  useDocumentTitle(`${title} · ${COMMON.product}`);
  if (user.role !== 'ADMINISTRATOR') return <NotFound />;
  const lists = inLists(templates ?? [], filter);
  return (
    <div className={pageClasses.page}>
      <BackToList path={path} />
      <Title order={1} size="h3" mb="xs">
        {title}
      </Title>
      <SettingsTabs path={path} />
      <p className={pageClasses.hint}>{TEMPLATES.shared}</p>
      {error && !templates && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!templates && !error && <Loading />}
      {templates && (
        <TextInput
          aria-label={TEMPLATES.filter}
          placeholder={TEMPLATES.filter}
          type="search"
          maw={420}
          mb="sm"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      {templates && lists.length === 0 && <p className={pageClasses.hint}>{TEMPLATES.none}</p>}
      {lists.map(({ list, rows }) => (
        <Section key={list} title={TEMPLATES.lists[list]}>
          <ul className={classes.rows}>
            {rows.map((row) => (
              <TemplateItem key={row.code} row={row} onReset={() => setResetting(row)} />
            ))}
          </ul>
        </Section>
      ))}
      {resetting && <ResetDialog row={resetting} onClose={() => setResetting(undefined)} />}
    </div>
  );
}
