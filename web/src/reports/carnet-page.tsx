import { ActionIcon, Anchor, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Carnet, CarnetChapter } from '../api/types.js';
import { COMMON } from '../fr.js';
import { useModule } from '../layout/use-module.js';
import { newKey } from '../lib/keys.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { useCarnet, useSaveCarnet } from './api.js';
import { CARNET, CHAPTERS } from './fr.js';
import { entryOf, faultsOfEntry, typedOf } from './typed-carnet.js';
import type { TypedEntry, TypedField } from './typed-carnet.js';
import classes from './reports.module.css';

const FIELDS: readonly TypedField[] = ['subject', 'company', 'reference', 'year', 'expiresOn', 'amount'];

/** Décret 2001-477: what no ticket knows is typed, chapter by chapter, and kept. */
export default function CarnetPage() {
  const { path } = useModule();
  const { buildingId = '' } = useParams();
  const { data, error, refetch } = useCarnet(buildingId);
  useDocumentTitle(`${CARNET.title} · ${COMMON.product}`);
  return (
    <div className={classes.page}>
      <Anchor component={Link} to={`/tickets/${path}/reports`} size="sm">
        {CARNET.back}
      </Anchor>
      <Title order={1} size="h3">
        {CARNET.title}
      </Title>
      <Text size="sm" mb="md">
        {CARNET.lead}
      </Text>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <CarnetForm key={data.version} carnet={data} />}
    </div>
  );
}

function CarnetForm({ carnet }: { carnet: Carnet }) {
  const { rights } = useModule();
  const [entries, setEntries] = useState(() => carnet.entries.map(typedOf));
  const [next, setNext] = useState(carnet.entries.length);
  const [isTried, setTried] = useState(false);
  const save = useSaveCarnet(carnet.buildingId);
  const change = (id: number, field: TypedField, value: string): void =>
    setEntries(entries.map((entry) => (entry.id === id ? { ...entry, [field]: value } : entry)));
  const add = (chapter: CarnetChapter): void => {
    const blank = { subject: '', company: '', reference: '', year: '', expiresOn: '', amount: '' };
    setEntries([...entries, { id: next, chapter, ...blank }]);
    setNext(next + 1);
  };
  const send = (): void => {
    setTried(true);
    if (entries.some((entry) => Object.keys(faultsOfEntry(entry)).length > 0)) return;
    save.mutate(
      { version: carnet.version, entries: entries.map(entryOf), key: newKey() },
      { onSuccess: () => notifications.show({ message: CARNET.saved }) },
    );
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {(Object.keys(CHAPTERS) as CarnetChapter[]).map((chapter) => {
        const own = entries.filter((entry) => entry.chapter === chapter);
        return (
          <section key={chapter} className={classes.chapter} aria-label={CHAPTERS[chapter]}>
            <h2>{CHAPTERS[chapter]}</h2>
            {own.length === 0 && <p className={classes.soft}>{CARNET.none}</p>}
            {own.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                isTried={isTried}
                isReadOnly={!rights.edit}
                onChange={(field, value) => change(entry.id, field, value)}
                onRemove={() => setEntries(entries.filter(({ id }) => id !== entry.id))}
              />
            ))}
            {rights.edit && (
              <Button
                size="xs"
                mt={8}
                variant="default"
                leftSection={<IconPlus size={14} aria-hidden />}
                aria-label={CARNET.addTo(CHAPTERS[chapter])}
                onClick={() => add(chapter)}
              >
                {CARNET.add}
              </Button>
            )}
          </section>
        );
      })}
      {save.error && <ErrorNotice error={save.error} />}
      {rights.edit && (
        <Group>
          <Button type="submit" loading={save.isPending}>
            {CARNET.save}
          </Button>
        </Group>
      )}
    </form>
  );
}

interface EntryProps {
  entry: TypedEntry;
  isTried: boolean;
  isReadOnly: boolean;
  onChange: (field: TypedField, value: string) => void;
  onRemove: () => void;
}

function Entry({ entry, isTried, isReadOnly, onChange, onRemove }: EntryProps) {
  const faults = isTried ? faultsOfEntry(entry) : {};
  return (
    <div className={classes.entry} role="group" aria-label={entry.subject || CARNET.add}>
      {FIELDS.map((field) => (
        <TextInput
          key={field}
          size="xs"
          label={CARNET[field]}
          required={field === 'subject'}
          readOnly={isReadOnly}
          maxLength={300}
          placeholder={field === 'expiresOn' ? CARNET.dayHint : undefined}
          value={entry[field]}
          error={faults[field]}
          onChange={({ currentTarget }) => onChange(field, currentTarget.value)}
        />
      ))}
      {!isReadOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={CARNET.remove(entry.subject)}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
