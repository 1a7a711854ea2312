import { Link } from 'react-router';
import { CLIENT, clientStatus, FOLLOW_UPS } from '../../fr.js';
import { formatDay } from '../../lib/dates.js';
import { useFollowUps } from '../api/client-api.js';
import type { FollowUp } from '../../api/types.js';
import classes from '../client.module.css';
import { PagedList } from '../paged-list.js';
import { StatusText } from './status-text.js';

/** Manual, "Suivi d'intervention": one's own tickets, and those that one may see. */
export default function FollowUpsPage() {
  return (
    <PagedList
      title={CLIENT.followUps}
      query={useFollowUps()}
      itemsOf={({ followUps }) => followUps}
      words={FOLLOW_UPS}
    >
      {(followUp) => <Card followUp={followUp} />}
    </PagedList>
  );
}

function Card({ followUp }: { followUp: FollowUp }) {
  const { ticketId, number, subject, placeLabel, status, colour, modifiedAt } = followUp;
  return (
    <Link to={`/client/follow-ups/${ticketId}`} className={classes.card}>
      <span className={classes.cardHead}>
        <StatusText text={clientStatus(status).title} colour={colour} />
        <span className={classes.small}>{CLIENT.updated(formatDay(modifiedAt))}</span>
      </span>
      <span className={classes.subject}>{CLIENT.numberAndSubject(number, subject)}</span>
      <span className={classes.small}>{placeLabel}</span>
    </Link>
  );
}
