import { Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from '../forms/forms.module.css';
import { COMMON } from '../fr.js';
import { BackToList } from '../layout/back-to-list.js';
import { useModule } from '../layout/use-module.js';
import { SettingsTabs } from './settings-tabs.js';

interface Props {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** What every part of the settings has in common. */
export function SettingsFrame({ title, hint, children }: Props) {
  const { path } = useModule();
  useDocumentTitle(`${title} · ${COMMON.product}`);
  return (
    <div className={classes.page}>
      <BackToList path={path} />
      <Title order={1} size="h3" mb="xs">
        {title}
      </Title>
      <SettingsTabs />
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </div>
  );
}
