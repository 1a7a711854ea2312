import { Anchor, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from '../caf.module.css';
import { CAF } from '../fr.js';

interface Props {
  title: string;
  lead?: string;
  back?: { to: string; text: string };
  children: ReactNode;
}

/** A page of the CAF: the way back, its title, and what it is for. */
export function Frame({ title, lead, back = { to: '/caf', text: CAF.back }, children }: Props) {
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={back.to} size="sm" className={`${classes.back} ${classes.screen}`}>
        <IconArrowLeft size={16} aria-hidden /> {back.text}
      </Anchor>
      <Title order={1} size="h3" mb={8}>
        {title}
      </Title>
      {lead && <p className={classes.lead}>{lead}</p>}
      {children}
    </div>
  );
}
