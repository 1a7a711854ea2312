import { Anchor, Button, Checkbox, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSignedIn } from '../api/session.js';
import type { ReportKind, ReportPart, ReportVersion } from '../api/types.js';
import type { DraftPlace } from '../creation/draft/draft.js';
import { PlaceSelect } from '../creation/sections/place-picker.js';
import { periodsOf } from '../figures/address.js';
import { PeriodBar } from '../figures/parts/period-bar.js';
import { today } from '../figures/use-asked.js';
import { COMMON, REPORT_KINDS } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { newKey } from '../lib/keys.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useNewReport } from './api.js';
import { PARTS, REPORTS, VERSIONS } from './fr.js';
import classes from './reports.module.css';

const ALL_PARTS = Object.keys(PARTS) as ReportPart[];
/** Of what is handed around, nobody's coordinates. */
const INSIDE_ONLY: ReadonlySet<ReportPart> = new Set(['PEOPLE']);
const FIRST_PARTS: readonly ReportPart[] = ['AMOUNTS', 'CONTRACTORS', 'DESCRIPTIONS', 'PHOTOS'];

/** Manual, "Rapport": place, first and last day, what is shown. */
export default function NewReportPage() {
  const { path, module } = useModule();
  const { user } = useSignedIn();
  const navigate = useNavigate();
  const [kind, setKind] = useState<ReportKind>('PERIOD');
  const [version, setVersion] = useState<ReportVersion>('HANDOUT');
  const [place, setPlace] = useState<DraftPlace | null>(null);
  const [parts, setParts] = useState<readonly ReportPart[]>(FIRST_PARTS);
  const [period, setPeriod] = useState(() => periodsOf(today())[0] as { from: string; until: string });
  const [isTried, setTried] = useState(false);
  const [key] = useState(newKey);
  const create = useNewReport();
  useDocumentTitle(`${REPORTS.new} · ${COMMON.product}`);
  const isWhole = kind !== 'PERIOD';
  const placeFault = !place
    ? REPORTS.placeMissing
    : isWhole && place.kind === 'unit'
      ? REPORTS.wholeOnly
      : undefined;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!place || placeFault || period.until < period.from) return;
    const report = {
      ...{ kind, version, module, from: period.from, until: period.until },
      ...(place.kind === 'unit' ? { unitId: place.id } : { buildingId: place.id }),
      parts: parts.filter((part) => version === 'FILE' || !INSIDE_ONLY.has(part)),
    };
    create.mutate(
      { report, key },
      {
        onSuccess: () => {
          notifications.show({ message: REPORTS.created });
          void navigate(`/tickets/${path}/reports`);
        },
      },
    );
  };
  // Carnet and meeting are of co-ownerships.
  const kinds = (Object.keys(REPORT_KINDS) as ReportKind[]).filter(
    (one) => one === 'PERIOD' || module === 'SYNDIC',
  );
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={`/tickets/${path}/reports`} size="sm">
        {REPORTS.list}
      </Anchor>
      <Title order={1} size="h3" mb="md">
        {REPORTS.new}
      </Title>
      <form onSubmit={send} className={classes.form} noValidate>
        <Stack>
          {kinds.length > 1 && (
            <Radio.Group label={REPORTS.kind} value={kind} onChange={(value) => setKind(value)}>
              <Group mt={6}>
                {kinds.map((one) => (
                  <Radio key={one} value={one} label={REPORT_KINDS[one]} />
                ))}
              </Group>
            </Radio.Group>
          )}
          <PlaceSelect
            label={isWhole ? REPORTS.building : REPORTS.place}
            placeholder={REPORTS.placeHint}
            withUnits={!isWhole}
            place={place}
            onChange={setPlace}
            error={isTried ? placeFault : undefined}
          />
          {kind === 'CARNET' && place?.kind === 'building' && (
            <Anchor component={Link} to={`/tickets/${path}/reports/carnets/${place.id}`} size="sm">
              {REPORTS.carnet}
            </Anchor>
          )}
          <PeriodBar asked={period} onChange={({ from, until }) => setPeriod({ from, until })} />
          {kind !== 'CARNET' && (
            <Checkbox.Group
              label={REPORTS.parts}
              description={REPORTS.partsHint}
              value={[...parts]}
              onChange={(chosen) => setParts(chosen)}
            >
              <Group mt={6}>
                {ALL_PARTS.filter((part) => version === 'FILE' || !INSIDE_ONLY.has(part)).map((part) => (
                  <Checkbox key={part} value={part} label={PARTS[part]} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          <Radio.Group label={REPORTS.version} value={version} onChange={(value) => setVersion(value)}>
            <Stack mt={6} gap={8}>
              {(Object.keys(VERSIONS) as ReportVersion[]).map((one) => (
                <Radio key={one} value={one} label={VERSIONS[one].label} description={VERSIONS[one].hint} />
              ))}
            </Stack>
          </Radio.Group>
          {create.error && <ErrorNotice error={create.error} />}
          <Text size="sm">{REPORTS.mailed(user.mail)}</Text>
          <Group>
            <Button type="submit" loading={create.isPending}>
              {REPORTS.make}
            </Button>
            <Button component={Link} to={`/tickets/${path}/reports`} variant="default">
              {COMMON.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  );
}
