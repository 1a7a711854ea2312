import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useErasePerson, useExportPerson, useFoundPeople, useHeld } from '../api/privacy.js';
import type { ErasedDto, FoundPerson, HeldDto, SoughtPersonDto } from '../api/types.js';
import { PRIVACY } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import classes from './privacy.module.css';
import { NOBODY, personOf, typedOf } from './typed-marks.js';
import type { TypedMarks } from './typed-marks.js';

const DEBOUNCE_MS = 250;

/** Finds somebody, says what is held, exports it, strikes it out. */
export function PersonPart() {
  const [typed, setTyped] = useState(NOBODY);
  const held = useHeld();
  const change = (marks: Partial<TypedMarks>) => {
    held.reset();
    setTyped({ ...typed, ...marks });
  };
  return (
    <>
      <Text size="sm" c="var(--ink-soft)">
        {PRIVACY.personHint}
      </Text>
      <Search onChoose={({ marks, staff }) => marks && change(typedOf(marks, staff))} />
      {(typed.partyId || typed.userId) && (
        <Group gap="xs">
          <Text size="sm">{PRIVACY.fromRecord(typed.chosen)}</Text>
          <Button variant="default" size="xs" onClick={() => change({ partyId: '', userId: '', chosen: '' })}>
            {PRIVACY.forget}
          </Button>
        </Group>
      )}
      <div className={classes.fields}>
        <TextInput
          label={PRIVACY.names}
          description={PRIVACY.namesHint}
          value={typed.names}
          onChange={(event) => change({ names: event.currentTarget.value })}
        />
        <TextInput
          label={PRIVACY.mails}
          description={PRIVACY.several}
          value={typed.mails}
          onChange={(event) => change({ mails: event.currentTarget.value })}
        />
        <TextInput
          label={PRIVACY.phones}
          description={PRIVACY.several}
          value={typed.phones}
          onChange={(event) => change({ phones: event.currentTarget.value })}
        />
      </div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconSearch size={16} aria-hidden />}
          loading={held.isPending}
          onClick={() => held.mutate(personOf(typed))}
        >
          {PRIVACY.look}
        </Button>
      </Group>
      {held.error && <ErrorNotice error={held.error} />}
      <div aria-live="polite">{held.data && <Held held={held.data} person={personOf(typed)} />}</div>
    </>
  );
}

function Search({ onChoose }: { onChoose: (person: FoundPerson) => void }) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, DEBOUNCE_MS);
  const { data, error } = useFoundPeople(search);
  const people = text && search ? (data?.people ?? []) : [];
  return (
    <>
      <TextInput
        type="search"
        label={PRIVACY.search}
        description={PRIVACY.searchHint}
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <ErrorNotice error={error} />}
      {text && data && people.length === 0 && <Text size="sm">{PRIVACY.nobody}</Text>}
      {people.length > 0 && (
        <ul className={classes.found}>
          {people.map((person) => {
            const { marks, contractor, staff } = person;
            const role = (contractor && PRIVACY.contractor) || (staff && PRIVACY.staff);
            return (
              marks && (
                <li key={`${marks.partyId}${contractor}${staff}`}>
                  <Button
                    variant="default"
                    fullWidth
                    justify="flex-start"
                    onClick={() => {
                      onChoose(person);
                      setText('');
                    }}
                  >
                    {[
                      `${marks.names.join(', ')}${role ? ` (${role})` : ''}`,
                      ...marks.mails,
                      ...marks.phones,
                    ].join(' · ')}
                  </Button>
                </li>
              )
            );
          })}
        </ul>
      )}
    </>
  );
}

function Held({ held, person }: { held: HeldDto; person: SoughtPersonDto }) {
  const { tickets, messages, records, property } = held;
  const [isAsked, setAsked] = useState(false);
  const exporting = useExportPerson();
  const erasing = useErasePerson();
  if (erasing.data) return <Erased erased={erasing.data} isStaff={!!person.userId} />;
  if (tickets.length + messages + records + property === 0) return <Text size="sm">{PRIVACY.nothing}</Text>;
  const open = tickets.filter((ticket) => ticket.open);
  return (
    <>
      <p className={classes.numbers}>{PRIVACY.held(tickets.length, messages, records, property)}</p>
      {tickets.length > 0 && <p className={classes.numbers}>{PRIVACY.numbers(numbersOf(tickets))}</p>}
      {open.length > 0 && <p className={classes.numbers}>{PRIVACY.open(numbersOf(open))}</p>}
      {exporting.error && <ErrorNotice error={exporting.error} />}
      {exporting.data && <p className={classes.numbers}>{PRIVACY.exported}</p>}
      <Group mt="sm">
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate(person, { onSuccess: save })}
        >
          {PRIVACY.export}
        </Button>
        <Button color="red.9" variant="outline" disabled={open.length > 0} onClick={() => setAsked(true)}>
          {PRIVACY.erase}
        </Button>
      </Group>
      {isAsked && (
        <ConfirmDialog
          title={PRIVACY.eraseTitle}
          text={person.userId ? PRIVACY.eraseStaffText : PRIVACY.eraseText}
          confirm={PRIVACY.erase}
          isFinal
          isPending={erasing.isPending}
          error={erasing.error && <ErrorNotice error={erasing.error} />}
          onConfirm={() => erasing.mutate(person)}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}

function Erased({ erased, isStaff }: { erased: ErasedDto; isStaff: boolean }) {
  const { tickets, documentsErased, documentsKept, messages, traces, recordErased } = erased;
  const { drafts, cafRecords, registerEntriesKept, cafRecordsKept } = erased;
  return (
    <>
      {isStaff && <p className={classes.numbers}>{PRIVACY.erasedStaff(traces)}</p>}
      {(!isStaff || tickets + documentsErased + messages > 0) && (
        <p className={classes.numbers}>{PRIVACY.erased(tickets, documentsErased, messages)}</p>
      )}
      {drafts + cafRecords > 0 && (
        <p className={classes.numbers}>{PRIVACY.erasedProperty(drafts, cafRecords)}</p>
      )}
      {registerEntriesKept > 0 && (
        <p className={classes.numbers}>{PRIVACY.registerKept(registerEntriesKept)}</p>
      )}
      {cafRecordsKept > 0 && <p className={classes.numbers}>{PRIVACY.cafKept(cafRecordsKept)}</p>}
      {documentsKept > 0 && <p className={classes.numbers}>{PRIVACY.kept(documentsKept)}</p>}
      {isStaff && <p className={classes.numbers}>{PRIVACY.staffKept}</p>}
      {!recordErased && <p className={classes.numbers}>{PRIVACY.recordStays}</p>}
      <p className={classes.numbers}>{PRIVACY.events}</p>
    </>
  );
}

const numbersOf = (tickets: readonly { number: number }[]): string =>
  tickets.map(({ number }) => number).join(', ');

function save(file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: PRIVACY.fileName });
  link.click();
  URL.revokeObjectURL(address);
}
