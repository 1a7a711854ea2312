import { Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { CLIENT, COMMON, REPORT_KINDS, reportPeriod } from '../../fr.js';
import { formatDay } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { clientReportUrl, useClientReports } from '../api/client-api.js';
import classes from '../client.module.css';

/** Given to the council, or to all co-owners. */
export default function ClientReportsPage() {
  const { data, error, refetch } = useClientReports();
  useDocumentTitle(`${CLIENT.reports} · ${COMMON.product}`);
  return (
    <Stack>
      <Title order={1} size="h3">
        {CLIENT.reports}
      </Title>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.length === 0 && (
        <div className={classes.empty}>
          <Text fw={600}>{CLIENT.reportsEmpty}</Text>
          <Text size="sm">{CLIENT.reportsHint}</Text>
        </div>
      )}
      {data && data.length > 0 && (
        <ul className={classes.list}>
          {data.map(({ id, kind, place, from, until, endedAt }) => (
            <li key={id}>
              <a
                className={classes.card}
                href={clientReportUrl(id)}
                target="_blank"
                rel="noreferrer"
                aria-label={CLIENT.openReport(`${REPORT_KINDS[kind]}, ${place.label}`)}
              >
                <span className={classes.subject}>{REPORT_KINDS[kind]}</span>
                <span className={classes.small}>{place.label}</span>
                <span className={classes.small}>
                  {reportPeriod({ kind, from, until })}
                  {endedAt && ` · ${formatDay(endedAt)}`}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
