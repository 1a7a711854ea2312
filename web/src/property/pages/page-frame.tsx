import { Anchor, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PROPERTY_HOME } from '../fr/pages.js';
import { PROPERTY } from '../wizards/plan/paths.js';
import classes from './pages.module.css';

interface Props {
  title: string;
  lead?: string;
  /** Leads elsewhere than home. */
  back?: { to: string; text: string };
  aside?: ReactNode;
  children: ReactNode;
}

/** A page of property: the way back, its title, and what it is for. */
export function PageFrame({ title, lead, back, aside, children }: Props) {
  const { to, text } = back ?? { to: PROPERTY, text: PROPERTY_HOME.title };
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={to} size="sm" className={classes.back}>
        <IconArrowLeft size={16} aria-hidden /> {text}
      </Anchor>
      <div className={classes.head}>
        <Title order={1} size="h3">
          {title}
        </Title>
        {aside}
      </div>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}
