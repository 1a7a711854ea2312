import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useLocation, useNavigate } from 'react-router';
import { TICKET } from '../fr.js';
import type { ModulePath } from '../lib/modules.js';
import classes from './layout.module.css';

interface Props {
  path: ModulePath;
  /** Leads to this ticket instead. */
  ticketId?: string;
}

/** Goes back in history when there is one, so that the list returns with its search and its place. */
export function BackToList({ path, ticketId }: Props) {
  const navigate = useNavigate();
  const { key } = useLocation();
  const cameFromInside = key !== 'default';
  return (
    <Link
      to={ticketId ? `/tickets/${path}/${ticketId}` : `/tickets/${path}`}
      className={classes.back}
      onClick={(event) => {
        if (!cameFromInside || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <IconArrowLeft size={16} aria-hidden /> {ticketId ? TICKET.backToTicket : TICKET.back}
    </Link>
  );
}
