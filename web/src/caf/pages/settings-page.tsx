import { Alert, Button, List, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Section } from '../../forms/section.js';
import { formatDateTime } from '../../lib/dates.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useGround, useVersions } from '../api/caf.js';
import type { CafSettings, Entity, Ground } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF, NOTES } from '../fr.js';
import { faultText } from '../fr-faults.js';
import { SETTINGS } from '../fr-settings.js';
import { EntityForm } from '../parts/entity-form.js';
import { Frame } from '../parts/frame.js';
import { StationForm } from '../parts/station-form.js';
import { useIsAdministrator } from '../use-may-write.js';

/** Manual, "Paramétrage LSC". */
export default function SettingsPage() {
  const { data: ground, error, refetch } = useGround();
  const isAdministrator = useIsAdministrator();
  return (
    <Frame title={SETTINGS.title} lead={isAdministrator ? undefined : SETTINGS.readOnly}>
      <Alert color="gray" mb="md">
        {NOTES.layout}
      </Alert>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!ground && !error && <Loading />}
      {ground && <Stations ground={ground} />}
      {ground?.entities.length === 0 && <p className={classes.lead}>{CAF.noEntity}</p>}
      {ground && <Entities ground={ground} />}
    </Frame>
  );
}

function Stations({ ground }: { ground: Ground }) {
  const [isNew, setNew] = useState(false);
  const isAdministrator = useIsAdministrator();
  const none = {
    version: 0,
    name: '',
    pickupFolder: '',
    statementsFolder: '',
    pickupPath: '',
    statementsPath: '',
  };
  const id = freeId(ground);
  return (
    <Section title={SETTINGS.stations}>
      {ground.stations.map((station) => (
        <StationForm key={`${station.id} ${station.version}`} station={station} />
      ))}
      {(isNew || ground.stations.length === 0) && isAdministrator && (
        <StationForm
          key={id}
          station={{ ...none, id, pickupWritable: false }}
          onSaved={() => setNew(false)}
        />
      )}
      {isAdministrator && !isNew && ground.stations.length > 0 && (
        <Button variant="default" onClick={() => setNew(true)} style={{ alignSelf: 'start' }}>
          {SETTINGS.newStation}
        </Button>
      )}
    </Section>
  );
}

/** Stations are never taken away, but one may bear any id. */
function freeId({ stations }: Ground): string {
  let number = stations.length + 1;
  while (stations.some(({ id }) => id === `poste-${number}`)) number += 1;
  return `poste-${number}`;
}

/** Before the first save: what the entity has already. */
const blank = ({ id, name, siret, iban }: Entity, stationId: string): CafSettings => ({
  ...{ entityId: id, version: 0, companyName: name, siret, iban, stationId, savedBy: '' },
  ...{ etablissement: iban.slice(4, 9), guichet: iban.slice(9, 14), compte: iban.slice(14, 25) },
  ...{ organismes: [], fiscalCodes: [], noticeSendsP: false, arrearsFilter: 'MANUAL', environment: 'T' },
  ...{ fileNames: [], layouts: [] },
});

/** One at a time: an agency may have many, and each has a page of fields. */
function Entities({ ground }: { ground: Ground }) {
  const { entities } = ground;
  const [chosen, setChosen] = useState<string>();
  const entity =
    entities.find(({ id }) => id === chosen) ?? entities.find(({ settings }) => settings) ?? entities[0];
  if (!entity) return null;
  return (
    <>
      {entities.length > 1 && (
        <NativeSelect
          label={CAF.entity}
          maw={420}
          my="md"
          value={entity.id}
          data={entities.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <EntitySection key={entity.id} entity={entity} ground={ground} />
    </>
  );
}

function EntitySection({ entity, ground }: { entity: Entity; ground: Ground }) {
  const { settings, faults } = entity;
  return (
    <Section title={`${SETTINGS.entity} – ${entity.name}`}>
      <p className={classes.soft}>
        {settings
          ? SETTINGS.saved(settings.savedBy, formatDateTime(settings.savedAt), settings.version)
          : SETTINGS.never}
      </p>
      {faults.length > 0 && (
        <Alert color="yellow" title={SETTINGS.missing}>
          <List size="sm">
            {faults.map((fault) => (
              <List.Item key={fault.field + fault.code}>{faultText(fault)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <EntityForm
        key={settings?.version ?? 0}
        first={settings ?? blank(entity, ground.stations[0]?.id ?? '')}
        ground={ground}
      />
      {settings && settings.version > 1 && <History entityId={entity.id} />}
    </Section>
  );
}

function History({ entityId }: { entityId: string }) {
  const { data: versions } = useVersions(entityId);
  return (
    <details>
      <summary>{SETTINGS.history}</summary>
      {versions?.map((one) => (
        <p key={one.version} className={classes.soft}>
          {SETTINGS.saved(one.savedBy, formatDateTime(one.savedAt), one.version)}{' '}
          {one.organismes.map(({ organisme, codeBailleur }) => `${organisme} ${codeBailleur}`).join(', ')}
        </p>
      ))}
    </details>
  );
}
