import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFindTicket } from '../api/find-ticket.js';
import type { TicketRow } from '../api/types.js';
import { TICKET_BY_NUMBER } from '../fr.js';
import { errorText } from './error-text.js';

interface Props {
  ticket: TicketRow | undefined;
  onFound: (ticket: TicketRow | undefined) => void;
}

export function TicketByNumber({ ticket, onFound }: Props) {
  const [number, setNumber] = useState(ticket ? String(ticket.number) : '');
  const [fault, setFault] = useState<string>();
  const find = useFindTicket();
  const search = (): void => {
    const wanted = number.replace(/\D/g, '').replace(/^0+/, '');
    if (!wanted) return setFault(TICKET_BY_NUMBER.missing);
    setFault(undefined);
    find.mutate(wanted, {
      onSuccess: (found) => {
        setFault(found ? undefined : TICKET_BY_NUMBER.notFound(wanted));
        onFound(found);
      },
      onError: (error) => setFault(errorText(error)),
    });
  };
  return (
    <Stack gap={4}>
      <Group gap="xs" align="flex-start">
        <TextInput
          label={TICKET_BY_NUMBER.label}
          inputMode="numeric"
          w={170}
          value={number}
          error={fault}
          onChange={(event) => {
            setNumber(event.currentTarget.value);
            // Another number is another ticket, until it is looked for.
            if (ticket) onFound(undefined);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            search();
          }}
        />
        <Button variant="default" mt={25} loading={find.isPending} onClick={search}>
          {TICKET_BY_NUMBER.find}
        </Button>
      </Group>
      <Text role="status" size="sm">
        {ticket && TICKET_BY_NUMBER.found(ticket.number, ticket.subject)}
      </Text>
    </Stack>
  );
}
