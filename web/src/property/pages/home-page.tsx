import { Badge } from '@mantine/core';
import {
  IconBook2,
  IconChartLine,
  IconFileText,
  IconHomePlus,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Link } from 'react-router';
import { Title } from '@mantine/core';
import { Section } from '../../forms/section.js';
import { useDrafts } from '../api/drafts.js';
import { DRAFTS } from '../fr/wizards.js';
import { PROPERTY_HOME } from '../fr/pages.js';
import { useMayWrite } from '../use-may-write.js';
import { DraftList } from '../wizards/tenants/draft-list.js';
import { listOf, PROPERTY } from '../wizards/plan/paths.js';
import type { WizardCode } from '../wizards/plan/wizard.js';
import { DueAlarms } from './due-alarms.js';
import classes from './pages.module.css';

type Icon = ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;

const SHORTCUTS: readonly (readonly [WizardCode, Icon])[] = [
  ['MANDATE', IconFileText],
  ['TENANT', IconUserPlus],
  ['UNIT', IconHomePlus],
];

const PAGES: readonly (readonly ['register' | 'tenants' | 'indices', Icon])[] = [
  ['tenants', IconUsers],
  ['register', IconBook2],
  ['indices', IconChartLine],
];

/** Manual, "Raccourcis": what may be begun; and what waits, before anything else is begun. */
export default function HomePage() {
  const mayWrite = useMayWrite();
  return (
    <div className={classes.page}>
      <Title order={1} size="h3" mb="sm">
        {PROPERTY_HOME.title}
      </Title>
      {mayWrite && (
        <ul className={classes.cards}>
          {SHORTCUTS.map(([wizard, Icon]) => (
            <Shortcut key={wizard} wizard={wizard} icon={Icon} />
          ))}
        </ul>
      )}
      <ul className={classes.cards}>
        {PAGES.map(([page, Icon]) => (
          <li key={page}>
            <Link to={`${PROPERTY}/${page}`} className={classes.card}>
              <Icon size={26} aria-hidden />
              <div>
                <strong>{PROPERTY_HOME.pages[page].title}</strong>
                <span>{PROPERTY_HOME.pages[page].hint}</span>
              </div>
            </Link>
          </li>
        ))}
      </ul>
      {SHORTCUTS.map(([wizard]) => (
        <Waiting key={wizard} wizard={wizard} />
      ))}
      <DueAlarms />
    </div>
  );
}

function Shortcut({ wizard, icon: Icon }: { wizard: WizardCode; icon: Icon }) {
  const { data: drafts = [] } = useDrafts(wizard);
  return (
    <li>
      <Link to={listOf(wizard)} className={classes.card}>
        <Icon size={26} aria-hidden />
        <div>
          <strong>
            {PROPERTY_HOME.shortcuts[wizard].title}{' '}
            {drafts.length > 0 && (
              <Badge component="span" color="orange.9" variant="light">
                {PROPERTY_HOME.waiting(drafts.length)}
              </Badge>
            )}
          </strong>
          <span>{PROPERTY_HOME.shortcuts[wizard].hint}</span>
        </div>
      </Link>
    </li>
  );
}

function Waiting({ wizard }: { wizard: WizardCode }) {
  const { data: drafts = [] } = useDrafts(wizard);
  if (drafts.length === 0) return null;
  return (
    <Section title={DRAFTS.title[wizard]}>
      <DraftList title={DRAFTS.title[wizard]} drafts={drafts} />
    </Section>
  );
}
