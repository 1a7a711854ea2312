import { Button } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import type { Ticket } from '../../api/types.js';
import { ACTIONS, NOTES } from '../../fr.js';
import { formatMoment } from '../../lib/dates.js';
import { RichText } from '../../ui/rich-text/rich-text.js';
import { useTicketActions } from '../actions/ticket-actions.js';
import { DocumentLinks } from '../documents/document-links.js';
import { useEarlier } from '../history/use-earlier.js';
import classes from './threads.module.css';

/** Manual, "Note interne", newest first. */
export function Notes({ ticket }: { ticket: Ticket }) {
  const { find, start } = useTicketActions();
  const add = find('ADD_NOTE');
  const earlier = useEarlier(ticket.id, { part: 'NOTES' }, ticket.earlierNotes, ({ notes }) => notes);
  const notes = [...ticket.notes, ...earlier.entries.toReversed()];
  return (
    <div className={classes.panel}>
      {add && (
        <Button leftSection={<IconNote size={16} aria-hidden />} onClick={() => start(add)}>
          {ACTIONS.ADD_NOTE}
        </Button>
      )}
      {notes.length === 0 && <p className={classes.empty}>{NOTES.empty}</p>}
      {notes.map(({ id, at, author, html, documents }) => (
        <article key={id} className={classes.note}>
          <div className={classes.top}>
            <strong>{author?.name}</strong>
            <time dateTime={at}>{formatMoment(at)}</time>
          </div>
          <RichText html={html} className={classes.rich} />
          <DocumentLinks ticketId={ticket.id} documents={documents} />
        </article>
      ))}
      {earlier.hasMore && (
        <Button variant="default" loading={earlier.isLoading} onClick={earlier.showMore}>
          {NOTES.earlier}
        </Button>
      )}
    </div>
  );
}
