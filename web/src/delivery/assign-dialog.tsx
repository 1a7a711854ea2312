import { Alert, Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useSortReview } from '../api/delivery.js';
import type { Review, Ticket, TicketRow } from '../api/types.js';
import { useTicket } from '../api/tickets.js';
import { COMMON, REVIEWS } from '../fr.js';
import { partyOfCorrespondent, partyOfMission } from '../ticket/actions/parties.js';
import type { PartyOption } from '../ticket/actions/parties.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { TicketByNumber } from '../ui/ticket-by-number.js';

interface Props {
  review: Review;
  onClose: () => void;
}

/** First the ticket, then with whom the answer is exchanged. */
export function AssignDialog({ review, onClose }: Props) {
  const [row, setRow] = useState<TicketRow>();
  return (
    <Modal opened onClose={onClose} title={REVIEWS.assign} size="lg" closeOnClickOutside={false}>
      <Stack>
        <TicketByNumber ticket={row} onFound={setRow} />
        {row && <Exchanges key={row.id} review={review} ticketId={row.id} onClose={onClose} />}
      </Stack>
    </Modal>
  );
}

function Exchanges({ review, ticketId, onClose }: Props & { ticketId: string }) {
  const { data: ticket, error, refetch } = useTicket(ticketId);
  if (ticket) return <ExchangeForm review={review} ticket={ticket} onClose={onClose} />;
  return error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Loading />;
}

function ExchangeForm({ review, ticket, onClose }: Props & { ticket: Ticket }) {
  const parties = partiesOf(ticket);
  const [key, setKey] = useState(parties.length === 1 ? (parties[0]?.key ?? '') : '');
  const [fault, setFault] = useState<string>();
  const sort = useSortReview();
  if (parties.length === 0) return <Alert color="orange">{REVIEWS.noExchange}</Alert>;
  const send = (): void => {
    const party = parties.find((one) => one.key === key);
    if (!party) return setFault(REVIEWS.missingExchange);
    const { missionId, correspondentId } = party;
    sort.mutate(
      { review, target: { ticketId: ticket.id, missionId, correspondentId } },
      {
        onSuccess: () => {
          notifications.show({ message: REVIEWS.assigned(ticket.number) });
          onClose();
        },
      },
    );
  };
  return (
    <>
      <Radio.Group label={REVIEWS.exchange} required value={key} error={fault} onChange={setKey}>
        <Stack gap="xs" mt={6}>
          {parties.map((party) => (
            <Radio key={party.key} value={party.key} label={party.label} />
          ))}
        </Stack>
      </Radio.Group>
      {sort.error && <ErrorNotice error={sort.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {COMMON.cancel}
        </Button>
        <Button loading={sort.isPending} onClick={send}>
          {REVIEWS.submit}
        </Button>
      </Group>
    </>
  );
}

/** Those who are on the ticket already: an answer starts no exchange with somebody new. */
function partiesOf({ missions, correspondents }: Ticket): PartyOption[] {
  return [
    ...missions.map(partyOfMission),
    ...correspondents.flatMap((one) => (one.person ? [partyOfCorrespondent(one, one.person)] : [])),
  ];
}
