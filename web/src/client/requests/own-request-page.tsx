import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { CLIENT, COMMON, OWN_REQUEST } from '../../fr.js';
import { formatDateTime } from '../../lib/dates.js';
import { useClient, useOwnRequest, useRequestPage } from '../api/client-api.js';
import type { OwnRequest } from '../../api/types.js';
import { newKey } from '../../lib/keys.js';
import { BackLink } from '../back-link.js';
import classes from '../client.module.css';
import { Emergency } from '../emergency.js';
import { Panel } from '../panel.js';
import { QueryView } from '../query-view.js';
import { RequestStateText } from './request-state-text.js';
import { SentDocuments } from './sent-documents.js';

/** One's own request: sent, and then what the agency decided. */
export default function OwnRequestPage({ nowhere }: { nowhere: ReactNode }) {
  const { id = '' } = useParams();
  return (
    <QueryView query={useOwnRequest(id)} nowhere={nowhere}>
      {(request) => <Request request={request} />}
    </QueryView>
  );
}

function Request({ request }: { request: OwnRequest }) {
  const { ticketId, number, subject, placeLabel, requestedAt, description, state, documents } = request;
  const { isNew } = (useLocation().state ?? {}) as { isNew?: boolean };
  useDocumentTitle(`${OWN_REQUEST.title(number)} · ${COMMON.product}`);
  return (
    <Stack>
      {isNew && state === 'PENDING' && (
        <Alert role="status" icon={<IconCheck aria-hidden />} title={OWN_REQUEST.sent(number)} />
      )}
      <div>
        <BackLink to="/client/requests" text={CLIENT.requests} />
        <Title order={1} size="h3">
          {CLIENT.numberAndSubject(number, subject)}
        </Title>
        <p className={classes.small}>
          {placeLabel}
          <br />
          {OWN_REQUEST.requestedAt(formatDateTime(requestedAt))}
        </p>
      </div>
      <Decision request={request} />
      <Emergency />
      {state === 'PENDING' && <WhatNext />}
      <Panel title={OWN_REQUEST.description}>
        <p className="pre">{description}</p>
      </Panel>
      {documents.length > 0 && <SentDocuments requestId={ticketId} documents={documents} />}
    </Stack>
  );
}

function Decision({ request: { ticketId, state, decidedAt, reason, followUp } }: { request: OwnRequest }) {
  return (
    <section className={classes.panel}>
      <div role="status" className={classes.state}>
        <RequestStateText state={state} />
        <p>{OWN_REQUEST.explained[state]}</p>
        {reason && (
          <p className="pre">
            <strong>{OWN_REQUEST.reason} :</strong> {reason}
          </p>
        )}
        {decidedAt && <p className={classes.small}>{OWN_REQUEST.decidedAt(formatDateTime(decidedAt))}</p>}
      </div>
      <Group mt="sm">
        {followUp && (
          <Button component={Link} to={`/client/follow-ups/${ticketId}`}>
            {OWN_REQUEST.follow}
          </Button>
        )}
        <RequestPageButton ticketId={ticketId} state={state} />
      </Group>
    </section>
  );
}

function RequestPageButton({ ticketId, state }: Pick<OwnRequest, 'ticketId' | 'state'>) {
  const page = useRequestPage(ticketId);
  if (!OWN_REQUEST.page[state]) return null;
  return (
    <>
      <Button variant="default" loading={page.isPending} onClick={() => page.mutate(newKey())}>
        {OWN_REQUEST.page[state]}
      </Button>
      {page.isError && <p role="alert">{OWN_REQUEST.noPage}</p>}
    </>
  );
}

function WhatNext() {
  const { client, followUps } = useClient();
  return (
    <Panel title={OWN_REQUEST.next}>
      <ol className={classes.next}>
        {OWN_REQUEST.steps(client.mails[0], followUps).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Panel>
  );
}
