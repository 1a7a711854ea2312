import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useLocation, useNavigate } from 'react-router';
import { TICKET } from '../fr.js';
import type { ModulePath } from '../lib/modules.js';
import classes from './layout.module.css';

/** Goes back in history when there is one, so that the list returns with its search and its place. */
export function BackToList({ path }: { path: ModulePath }) {
  const navigate = useNavigate();
  const { key } = useLocation();
  const cameFromInside = key !== 'default';
  return (
    <Link
      to={`/tickets/${path}`}
      className={classes.back}
      onClick={(event) => {
        if (!cameFromInside || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(-1);
      }}
    >
      <IconArrowLeft size={16} aria-hidden /> {TICKET.back}
    </Link>
  );
}
