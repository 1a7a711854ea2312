import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Channel, TemplateRow } from '../api/types.js';
import { useTemplates } from '../api/templates.js';
import pageClasses from '../forms/forms.module.css';
import { Section } from '../forms/section.js';
import { TEMPLATES } from '../fr.js';
import { SettingsFrame } from '../settings/settings-frame.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ResetDialog } from './reset-dialog.js';
import { TemplateItem } from './template-item.js';
import { inLists } from './template-lists.js';
import classes from './templates.module.css';

/** Manual, "Modèles d'emails / de SMS": the two lists. */
export default function TemplatesPage({ channel }: { channel: Channel }) {
  const { data: templates, error, refetch } = useTemplates(channel);
  const [filter, setFilter] = useState('');
  const [resetting, setResetting] = useState<TemplateRow>();
  const lists = inLists(templates ?? [], filter);
  return (
    <SettingsFrame title={TEMPLATES.titles[channel]} hint={TEMPLATES.shared}>
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
    </SettingsFrame>
  );
}
