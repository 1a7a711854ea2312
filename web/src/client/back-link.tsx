import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import classes from './client.module.css';

export function BackLink({ to, text }: { to: string; text: string }) {
  return (
    <Link to={to} className={classes.back}>
      <IconArrowLeft size={16} aria-hidden /> {text}
    </Link>
  );
}
