import { Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Appointment, FollowUp } from '../../api/types.js';
import { CLIENT, clientStatus, COMMON, FOLLOW_UPS } from '../../fr.js';
import { formatDateTime, formatDuration, formatMoment } from '../../lib/dates.js';
import { useFollowUp } from '../api/client-api.js';
import { BackLink } from '../back-link.js';
import classes from '../client.module.css';
import { Emergency } from '../emergency.js';
import { expectedVisit, shownSteps } from './follow-up-model.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { StatusText } from './status-text.js';

/** What a client may know of a ticket (specification, settled contradiction 20). */
export default function FollowUpPage({ nowhere }: { nowhere: ReactNode }) {
  const { id = '' } = useParams();
  return (
    <QueryView query={useFollowUp(id)} nowhere={nowhere}>
      {(followUp) => <Followed followUp={followUp} />}
    </QueryView>
  );
}

function Followed({ followUp }: { followUp: FollowUp }) {
  const { number, subject, placeLabel, description, status, colour, modifiedAt } = followUp;
  const heading = CLIENT.numberAndSubject(number, subject);
  useDocumentTitle(`${heading} · ${COMMON.product}`);
  const { title, explained } = clientStatus(status);
  const visit = expectedVisit(followUp);
  return (
    <Stack>
      <div>
        <BackLink to="/client/follow-ups" text={CLIENT.followUps} />
        <Title order={1} size="h3">
          {heading}
        </Title>
        <p className={classes.small}>{placeLabel}</p>
      </div>
      <Panel title={FOLLOW_UPS.status}>
        <div className={classes.state}>
          <div role="status" className={classes.state}>
            <StatusText text={title} colour={colour} />
            <p>{explained}</p>
            {visit && <Visit visit={visit} />}
          </div>
          <p className={classes.small}>{CLIENT.updated(formatDateTime(modifiedAt))}</p>
        </div>
      </Panel>
      <Emergency />
      <Steps followUp={followUp} />
      {description && (
        <Panel title={FOLLOW_UPS.description}>
          <p className="pre">{description}</p>
        </Panel>
      )}
    </Stack>
  );
}

function Visit({ visit: { start, durationMinutes } }: { visit: Appointment }) {
  return (
    <p>
      <strong>{FOLLOW_UPS.appointment(formatMoment(start))}</strong>
      <br />
      {durationMinutes > 0 && FOLLOW_UPS.duration(formatDuration(durationMinutes))}
    </p>
  );
}

function Steps({ followUp: { steps } }: { followUp: FollowUp }) {
  const shown = shownSteps(steps);
  return (
    <Panel title={FOLLOW_UPS.steps}>
      {shown.length === 0 && <p>{FOLLOW_UPS.noStep}</p>}
      <ol className={classes.steps} reversed>
        {shown.map(({ key, at, title, appointment }) => (
          <li key={key} className={classes.step}>
            <span className={classes.stepTitle}>{title}</span>
            {appointment && <span>{FOLLOW_UPS.appointment(formatMoment(appointment.start))}</span>}
            <time className={classes.small} dateTime={at}>
              {formatDateTime(at)}
            </time>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
