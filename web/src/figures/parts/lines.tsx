import { Button } from '@mantine/core';
import { useState } from 'react';
import { DASHBOARD } from '../fr.js';
import classes from '../figures.module.css';
import { FigureTable } from './table.js';
import type { TableRow } from './table.js';

const FEW = 10;

interface Props {
  caption: string;
  columns: readonly string[];
  rows: readonly TableRow[];
}

/** A table that may be long: its first lines, and the others when asked for. */
export function Lines({ caption, columns, rows }: Props) {
  const [isWhole, setWhole] = useState(false);
  return (
    <>
      <FigureTable caption={caption} columns={columns} rows={isWhole ? rows : rows.slice(0, FEW)} />
      {rows.length > FEW && (
        <Button
          size="xs"
          mt={8}
          variant="default"
          className={classes.tools}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? DASHBOARD.showFew : DASHBOARD.showAll(rows.length)}
        </Button>
      )}
    </>
  );
}
