import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { FOLLOW_UPS } from '../fr.js';
import classes from './client.module.css';

export function BackToFollowUps() {
  return (
    <Link to="/client/follow-ups" className={classes.back}>
      <IconArrowLeft size={16} aria-hidden /> {FOLLOW_UPS.back}
    </Link>
  );
}
