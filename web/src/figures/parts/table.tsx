import type { ReactNode } from 'react';
import classes from '../figures.module.css';
import { ColumnHeads } from '../../ui/column-heads.js';

export interface TableRow {
  key: string;
  cells: readonly ReactNode[];
}

interface Props {
  caption: string;
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Of each line of the table: its colour in the chart. */
  colours?: readonly string[];
}

/** The first column says what the line is about, the others are numbers. */
export function FigureTable({ caption, columns, rows, colours }: Props) {
  return (
    <div className={classes.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            <ColumnHeads of={columns} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }, at) => (
            <tr key={key}>
              <th scope="row">
                {colours && (
                  <span className={classes.swatch} style={{ background: colours[at] }} aria-hidden />
                )}
                {first}
              </th>
              {others.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
