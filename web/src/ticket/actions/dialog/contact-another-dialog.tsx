import { Button, Group, List, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Mission, Ticket } from '../../../api/types.js';
import type { ProblemError } from '../../../api/http/problem.js';
import { ACTIONS, COMMON, CONTACT_ANOTHER, CREATION, FIELD_ERROR, FORMS } from '../../../fr.js';
import { errorsBelow } from '../../../lib/errors-below.js';
import { ContractorPicker } from '../../../people/contractor-picker.js';
import { PersonFields } from '../../../people/person-fields.js';
import {
  checkTypedPerson,
  personBody,
  personOfContractor,
  typedPerson,
} from '../../../people/typed-person.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import type { ActionErrors } from '../specs/action-spec.js';
import { isQuote } from '../../quotes/quotes-model.js';
import { useDialogCommand } from './use-dialog-command.js';

interface Props {
  ticket: Ticket;
  onClose: () => void;
  onDone: () => void;
}

/** Manual, "Contacter un autre intervenant": the contractor first, then the question OUI / NON / ANNULER. */
export function ContactAnotherDialog({ ticket, onClose, onDone }: Props) {
  const [nobody] = useState(typedPerson);
  const [person, setPerson] = useState(nobody);
  const [isAsking, setAsking] = useState(false);
  const title = ACTIONS.CONTACT_ANOTHER;
  const command = useDialogCommand({ ticketId: ticket.id, title, faultsOf, onDone });

  const ask = (): void => {
    const found = checkTypedPerson(person, true);
    command.setErrors(found);
    command.reset();
    setAsking(Object.keys(found).length === 0);
  };
  const send = (replacedMissionId?: string): void =>
    command.send({ path: 'contractors', body: { contractor: personBody(person), replacedMissionId } }, () =>
      setAsking(false),
    );

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={person === nobody}
    >
      {isAsking ? (
        <Question ticket={ticket} isSending={command.isPending} onAnswer={send} onCancel={onClose} />
      ) : (
        <Stack>
          {command.error && <ErrorNotice error={command.error} />}
          <ContractorPicker
            taken={ticket.missions.map(({ contractor }) => contractor.partyId)}
            onPick={(contractor) => setPerson(personOfContractor(contractor))}
          />
          <PersonFields
            title={person.name || CREATION.contractor(ticket.missions.length + 1)}
            person={person}
            errors={command.errors}
            commentLabel={CREATION.ownInstructions}
            onChange={(change) => setPerson({ ...person, ...change })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {COMMON.cancel}
            </Button>
            <Button onClick={ask}>{FORMS.validate}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

interface QuestionProps {
  ticket: Ticket;
  isSending: boolean;
  onAnswer: (replacedMissionId?: string) => void;
  onCancel: () => void;
}

function Question({ ticket, isSending, onAnswer, onCancel }: QuestionProps) {
  const { question, explained } = CONTACT_ANOTHER;
  const replaceable = ticket.missions.filter(({ status }) => status !== 'REPLACED');
  const [replacedId, setReplacedId] = useState(replaceable[0]?.id);
  const replaced = replaceable.find(({ id }) => id === replacedId);
  const quote = isQuote(ticket);
  return (
    <Stack>
      <Text fw={600} role="alert">
        {question}
      </Text>
      {replaceable.length > 1 && <Replaced missions={replaceable} id={replacedId} onChange={setReplacedId} />}
      <List size="sm" spacing={4}>
        {replaced && <List.Item>{explained.yes(replaced.contractor.name, quote)}</List.Item>}
        <List.Item>{explained.no(quote)}</List.Item>
        <List.Item>{explained.cancel}</List.Item>
      </List>
      <Group justify="flex-end">
        <Button ref={focused} variant="default" onClick={onCancel}>
          {CONTACT_ANOTHER.cancel}
        </Button>
        <Button variant="default" loading={isSending} onClick={() => onAnswer()}>
          {CONTACT_ANOTHER.no}
        </Button>
        {replaced && (
          <Button loading={isSending} onClick={() => onAnswer(replaced.id)}>
            {CONTACT_ANOTHER.yes}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface ReplacedProps {
  missions: Mission[];
  id: string | undefined;
  onChange: (id: string) => void;
}

function Replaced({ missions, id, onChange }: ReplacedProps) {
  return (
    <NativeSelect
      label={CONTACT_ANOTHER.replaced}
      data={missions.map(({ id: value, contractor }) => ({ value, label: contractor.name }))}
      value={id}
      onChange={(e) => onChange(e.currentTarget.value)}
    />
  );
}

/** The question takes the place of the form: its harmless answer gets the focus. */
function focused(button: HTMLButtonElement | null): void {
  button?.focus();
}

function faultsOf({ fields }: ProblemError): ActionErrors {
  const faults = Object.fromEntries(fields.map(({ field, detail }) => [field, detail ?? FIELD_ERROR]));
  return errorsBelow(faults, 'contractor');
}
