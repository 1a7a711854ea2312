import type { ReactNode } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import type { ModulePath } from '../lib/modules.js';
import classes from './ticket.module.css';

/** Goes back in history when there is one, so that the list returns with its search and its place. */
export function BackToList({ path, children }: { path: ModulePath; children: ReactNode }) {
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
      {children}
    </Link>
  );
}
