import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { SecurityFilters } from '../api/security.js';
import { securityExportUrl, useSecurityEvents } from '../api/security.js';
import type { SecurityEvent, TeamMember } from '../api/types.js';
import { SECURITY, SECURITY_ABOUT, SECURITY_EVENTS } from '../fr.js';
import { formatDateTime } from '../lib/dates.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { ColumnHeads } from '../ui/column-heads.js';
import classes from './account.module.css';

const DAY_MS = 24 * 3_600_000;
const KINDS = [
  { value: '', label: SECURITY.allKinds },
  ...Object.entries(SECURITY_EVENTS).map(([value, label]) => ({ value, label })),
];

/** A day of the reader's own clock, from its beginning; `plus` days later. */
const startOf = (day: string, plus = 0): string => {
  if (day === '') return '';
  const at = new Date(`${day}T00:00:00`);
  return Number.isNaN(at.getTime()) ? '' : new Date(at.getTime() + plus * DAY_MS).toISOString();
};

export function SecurityLogPart({ team }: { team: readonly TeamMember[] }) {
  const [kinds, setKinds] = useState('');
  const [personId, setPersonId] = useState('');
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const filters: SecurityFilters = { kinds, personId, from: startOf(from), until: startOf(until, 1) };
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {SECURITY.logHint}
      </Text>
      <div className={classes.filters}>
        <NativeSelect
          label={SECURITY.kind}
          data={KINDS}
          value={kinds}
          onChange={(event) => setKinds(event.currentTarget.value)}
        />
        <NativeSelect
          label={SECURITY.person}
          data={[
            { value: '', label: SECURITY.everybody },
            ...team.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={personId}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <TextInput
          label={SECURITY.from}
          type="date"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          label={SECURITY.until}
          type="date"
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        <Button
          component="a"
          href={securityExportUrl(filters)}
          download
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {SECURITY.export}
        </Button>
      </div>
      <Events filters={filters} />
    </>
  );
}

function Events({ filters }: { filters: SecurityFilters }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSecurityEvents(filters);
  if (!data) return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
  const events = data.pages.flatMap((page) => page.events ?? []);
  if (events.length === 0) return <Text size="sm">{SECURITY.empty}</Text>;
  const { at, kind, person, from, about } = SECURITY.columns;
  return (
    <>
      <table className={classes.events}>
        <thead>
          <tr>
            <ColumnHeads of={[at, kind, person, from, about]} />
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Group>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {SECURITY.more}
          </Button>
        </Group>
      )}
    </>
  );
}

function EventRow({ event }: { event: SecurityEvent }) {
  const { at, kind, personName, client, address, device, about, times } = event;
  return (
    <tr>
      <td className={classes.when}>{formatDateTime(at)}</td>
      <td>
        {kind ? SECURITY_EVENTS[kind] : ''} {times > 1 && `(${SECURITY.times(times)})`}
      </td>
      <td>
        {personName} {client && `(${SECURITY.client})`}
      </td>
      <td>{[device, address].filter(Boolean).join(' · ')}</td>
      <td>{SECURITY_ABOUT[about] ?? about}</td>
    </tr>
  );
}
