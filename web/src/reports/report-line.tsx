import { ActionIcon, Alert, Anchor, Button, Group, NativeSelect, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Report, SharedWith } from '../api/types.js';
import { REPORT_KINDS, reportPeriod } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { formatDateTime } from '../lib/dates.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { reportFile, useDeleteReport, useRetryReport, useShareReport } from './api.js';
import type { FileFormat } from './api.js';
import { OTHER_REASON, REASONS, REPORTS, SHARED, VERSIONS } from './fr.js';
import classes from './reports.module.css';

const FORMATS: readonly FileFormat[] = ['pdf', 'xlsx', 'csv'];

/** One of the list: what it is, how far, its files, and to whom it is given. */
export function ReportLine({ report }: { report: Report }) {
  const { rights } = useModule();
  const { kind, version, place, requestedBy, requestedAt, state } = report;
  const title = `${REPORT_KINDS[kind]}, ${place.label}`;
  const period = reportPeriod(report);
  return (
    <li className={classes.line} aria-label={title}>
      <div className={classes.what}>
        {state === 'READY' ? (
          <Anchor
            href={reportFile(report.id, 'pdf')}
            target="_blank"
            rel="noreferrer"
            fw={600}
            aria-label={REPORTS.open(title)}
          >
            {title}
          </Anchor>
        ) : (
          <strong>{title}</strong>
        )}
        <span>{[period, VERSIONS[version].label].join(' · ')}</span>
        <span className={classes.soft}>{REPORTS.asked(formatDateTime(requestedAt), requestedBy)}</span>
      </div>
      <div className={classes.state}>
        {state === 'PENDING' && <Making report={report} title={title} />}
        {state === 'FAILED' && <Failed report={report} />}
        {state === 'READY' && <Files report={report} title={title} />}
      </div>
      {rights.edit && (
        <div className={classes.tools}>
          {state === 'READY' && <Sharing report={report} title={title} />}
          <Deleting id={report.id} title={title} />
        </div>
      )}
    </li>
  );
}

const reasonOf = (reason: string): string => REASONS[reason] ?? OTHER_REASON;

function Making({ report: { done, total, reason }, title }: { report: Report; title: string }) {
  const said = total > 0 ? REPORTS.making(done, total) : REPORTS.waiting;
  return (
    <>
      <span role="status">{reason ? `${reasonOf(reason)} ${REPORTS.retried}` : said}</span>
      <Progress
        value={total > 0 ? Math.round((done / total) * 100) : 0}
        animated={reason === ''}
        color={reason ? 'orange' : undefined}
        aria-label={REPORTS.progress(title)}
      />
    </>
  );
}

function Failed({ report: { id, reason } }: { report: Report }) {
  const retry = useRetryReport();
  return (
    <Alert color="red" p="xs">
      <p className={classes.said}>{`${REPORTS.failed} ${reasonOf(reason)}`}</p>
      <Button size="xs" variant="default" loading={retry.isPending} onClick={() => retry.mutate(id)}>
        {REPORTS.retry}
      </Button>
      {retry.error && <ErrorNotice error={retry.error} />}
    </Alert>
  );
}

function Files({ report, title }: { report: Report; title: string }) {
  return (
    <Group gap={6}>
      {FORMATS.filter((format) => report[format]).map((format) => (
        <Button
          key={format}
          component="a"
          href={reportFile(report.id, format)}
          download={format !== 'pdf' || undefined}
          target={format === 'pdf' ? '_blank' : undefined}
          size="xs"
          variant="default"
          aria-label={REPORTS.fileOf(REPORTS[format], title)}
        >
          {REPORTS[format]}
        </Button>
      ))}
    </Group>
  );
}

/** Versions to hand around, of a whole co-ownership. */
function Sharing({
  report: { id, version, module, place, sharedWith },
  title,
}: {
  report: Report;
  title: string;
}) {
  const share = useShareReport();
  if (version !== 'HANDOUT' || module !== 'SYNDIC' || place.unitId) return null;
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={REPORTS.share(title)}
        value={share.isPending ? share.variables.sharedWith : sharedWith}
        disabled={share.isPending}
        onChange={({ currentTarget }) => share.mutate({ id, sharedWith: currentTarget.value as SharedWith })}
        data={(Object.keys(SHARED) as SharedWith[]).map((value) => ({
          value,
          label: `${REPORTS.visible} : ${SHARED[value]}`,
        }))}
      />
      {share.error && <ErrorNotice error={share.error} />}
    </>
  );
}

function Deleting({ id, title }: { id: string; title: string }) {
  const [isAsked, setAsked] = useState(false);
  const remove = useDeleteReport();
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={REPORTS.delete(title)}
        title={REPORTS.delete(title)}
        onClick={() => setAsked(true)}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      {isAsked && (
        <ConfirmDialog
          title={REPORTS.deleteTitle}
          text={REPORTS.deleteText}
          confirm={REPORTS.deleteConfirm}
          isFinal
          isPending={remove.isPending}
          error={remove.error && <ErrorNotice error={remove.error} />}
          onConfirm={() =>
            remove.mutate(id, { onSuccess: () => notifications.show({ message: REPORTS.deleted }) })
          }
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
