import { Paper } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';
import classes from './sign-in.module.css';

interface Props {
  title: string;
  tagline: string;
  children: ReactNode;
}

/** What who is not signed in sees around a form. */
export function SignInFrame({ title, tagline, children }: Props) {
  useDocumentTitle(`${title} · ${COMMON.product}`);
  return (
    <main className={classes.page}>
      <div className={classes.brand}>
        <img src="/intervia.svg" alt="" width={48} height={48} />
        <div>
          <p className={classes.product}>{COMMON.product}</p>
          <p className={classes.tagline}>{tagline}</p>
        </div>
      </div>
      <Paper className={classes.card} shadow="lg" radius="lg" p="xl">
        {children}
      </Paper>
    </main>
  );
}
