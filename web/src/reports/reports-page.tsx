import { Anchor, Button, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { COMMON, LIST, MODULES } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { useReports } from './api.js';
import { REPORTS } from './fr.js';
import { ReportLine } from './report-line.js';
import classes from './reports.module.css';

const PAGE = 20;
const MOST = 100;

/** Manual, "Rapport": the list of those that were made; "+" makes one. */
export default function ReportsPage() {
  const { path, module } = useModule();
  const [limit, setLimit] = useState(PAGE);
  const { data, error, refetch } = useReports(module, limit);
  const title = REPORTS.title(MODULES[path]);
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const reports = data?.reports ?? [];
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={`/tickets/${path}`} size="sm">
        {LIST.title(MODULES[path])}
      </Anchor>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          {title}
        </Title>
        <Button component={Link} to="new" leftSection={<IconPlus size={16} aria-hidden />}>
          {REPORTS.new}
        </Button>
      </Group>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && reports.length === 0 && (
        <div className={classes.empty}>
          <p>
            <strong>{REPORTS.empty}</strong>
          </p>
          <p>{REPORTS.emptyHint}</p>
        </div>
      )}
      {reports.length > 0 && (
        <>
          <ul className={classes.list} aria-label={REPORTS.list}>
            {reports.map((report) => (
              <ReportLine key={report.id} report={report} />
            ))}
          </ul>
          <div className={classes.more}>
            <span role="status">{REPORTS.shown(reports.length, data?.total ?? 0)}</span>
            {reports.length < Math.min(data?.total ?? 0, MOST) && (
              <Button variant="default" size="xs" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
                {REPORTS.more}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
