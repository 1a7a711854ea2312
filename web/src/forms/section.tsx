import { Stack } from '@mantine/core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './forms.module.css';

/** One of the three parts of the form. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <Stack gap="md">{children}</Stack>
    </section>
  );
}

/** A named group of inputs inside a part. */
export function Subsection({
  title,
  error,
  children,
}: {
  title: string;
  error?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.subsection}>
      <h3 id={id}>{title}</h3>
      {error && <p className={classes.groupError}>{error}</p>}
      {children}
    </div>
  );
}
