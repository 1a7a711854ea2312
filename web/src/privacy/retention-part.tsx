import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { usePreviewRetention, useRetention, useSaveRetention } from '../api/privacy.js';
import type { GetRetentionResponse, PreviewRetentionResponse, RetentionDto } from '../api/types.js';
import { PRIVACY } from '../fr.js';
import { formatMoment } from '../lib/dates.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import classes from './privacy.module.css';

/** How long what ended is kept: nothing is saved before it was said what would go. */
export function RetentionPart() {
  const { data, error, refetch } = useRetention();
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  return <RetentionForm kept={data} />;
}

function RetentionForm({ kept }: { kept: GetRetentionResponse }) {
  const [closed, setClosed] = useState(typedOf(kept.retention?.closedMonths));
  const [cancelled, setCancelled] = useState(typedOf(kept.retention?.cancelledMonths));
  const [asked, setAsked] = useState<PreviewRetentionResponse>();
  const preview = usePreviewRetention();
  const save = useSaveRetention();
  const rule = ruleOf(closed, cancelled);
  const fault = (text: string) => (monthsOf(text) === undefined ? PRIVACY.months : undefined);
  const changed = (set: (text: string) => void) => (text: string) => {
    preview.reset();
    set(text);
  };
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {PRIVACY.retentionHint}
      </Text>
      <div className={classes.fields}>
        <TextInput
          label={PRIVACY.closed}
          description={PRIVACY.closedHint}
          inputMode="numeric"
          value={closed}
          error={fault(closed)}
          onChange={(event) => changed(setClosed)(event.currentTarget.value)}
        />
        <TextInput
          label={PRIVACY.cancelled}
          description={PRIVACY.cancelledHint}
          inputMode="numeric"
          value={cancelled}
          error={fault(cancelled)}
          onChange={(event) => changed(setCancelled)(event.currentTarget.value)}
        />
      </div>
      {preview.error && <ErrorNotice error={preview.error} />}
      <div aria-live="polite">{preview.data && <Going going={preview.data} />}</div>
      <Group>
        <Button variant="default" loading={preview.isPending} onClick={() => rule && preview.mutate(rule)}>
          {PRIVACY.try}
        </Button>
        <Button
          loading={preview.isPending}
          onClick={() => rule && preview.mutate(rule, { onSuccess: setAsked })}
        >
          {PRIVACY.save}
        </Button>
      </Group>
      {kept.lastRunAt && (
        <Text size="sm" c="var(--ink-soft)">
          {PRIVACY.lastRun(formatMoment(kept.lastRunAt), kept.lastDeleted)}
        </Text>
      )}
      {asked && rule && (
        <ConfirmDialog
          title={PRIVACY.saveTitle}
          text={asked.tickets > 0 ? PRIVACY.saveText(sentenceOf(asked)) : sentenceOf(asked)}
          confirm={PRIVACY.save}
          isFinal={asked.tickets > 0}
          isPending={save.isPending}
          error={save.error && <ErrorNotice error={save.error} />}
          onConfirm={() =>
            save.mutate(rule, {
              onSuccess: () => {
                notifications.show({ message: PRIVACY.saved });
                setAsked(undefined);
              },
            })
          }
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}

function Going({ going }: { going: PreviewRetentionResponse }) {
  return (
    <>
      <p className={classes.numbers}>{sentenceOf(going)}</p>
      {going.examples.length > 0 && (
        <p className={classes.numbers}>
          {PRIVACY.examples(going.examples.map(({ number }) => number).join(', '))}
        </p>
      )}
    </>
  );
}

const sentenceOf = ({ tickets, documents, more }: PreviewRetentionResponse): string =>
  PRIVACY.wouldGo(tickets, documents, more);

const typedOf = (months = 0): string => (months === 0 ? '' : String(months));

/** Undefined for what is no number of months. */
function monthsOf(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '') return 0;
  return /^\d{1,3}$/u.test(typed) ? Number(typed) : undefined;
}

function ruleOf(closed: string, cancelled: string): RetentionDto | undefined {
  const [closedMonths, cancelledMonths] = [monthsOf(closed), monthsOf(cancelled)];
  return closedMonths === undefined || cancelledMonths === undefined
    ? undefined
    : { closedMonths, cancelledMonths };
}
