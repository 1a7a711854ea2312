import { Link } from 'react-router';
import { CLIENT, OWN_REQUEST, OWN_REQUESTS } from '../../fr.js';
import { formatDay } from '../../lib/dates.js';
import { useOwnRequests } from '../api/client-api.js';
import type { OwnRequestRow } from '../../api/types.js';
import classes from '../client.module.css';
import { PagedList } from '../paged-list.js';
import { RequestStateText } from './request-state-text.js';

/** All that one asked for, also what the agency has not validated, or cancelled: no follow-up shows those. */
export default function RequestsPage() {
  return (
    <PagedList
      title={CLIENT.requests}
      query={useOwnRequests()}
      itemsOf={({ requests }) => requests}
      words={OWN_REQUESTS}
    >
      {(request) => <Card request={request} />}
    </PagedList>
  );
}

function Card({ request }: { request: OwnRequestRow }) {
  const { ticketId, number, subject, placeLabel, requestedAt, state, reason, followUp } = request;
  return (
    <Link to={`/client/${followUp ? 'follow-ups' : 'requests'}/${ticketId}`} className={classes.card}>
      <span className={classes.cardHead}>
        <RequestStateText state={state} />
        <span className={classes.small}>{OWN_REQUEST.requestedAt(formatDay(requestedAt))}</span>
      </span>
      <span className={classes.subject}>{CLIENT.numberAndSubject(number, subject)}</span>
      <span className={classes.small}>{placeLabel}</span>
      {reason && (
        <span className="pre">
          {OWN_REQUEST.reason} : {reason}
        </span>
      )}
    </Link>
  );
}
