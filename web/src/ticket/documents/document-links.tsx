import { documentUrl } from '../../api/tickets.js';
import type { DocumentRef } from '../../api/types.js';
import classes from './documents.module.css';

/** The documents of one step, by name. */
export function DocumentLinks({ ticketId, documents }: { ticketId: string; documents: DocumentRef[] }) {
  if (documents.length === 0) return null;
  return (
    <ul className={classes.links}>
      {documents.map(({ id, name }) => (
        <li key={id}>
          <a href={documentUrl(ticketId, id)} target="_blank" rel="noopener">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
