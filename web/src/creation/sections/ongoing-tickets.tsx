import { Alert, Anchor, List, Text } from '@mantine/core';
import { useOngoingAt } from '../../api/tickets.js';
import { CREATION } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { StatusBadge } from '../../ui/badges.js';
import { alikeFirst } from '../alike.js';

const SHOWN = 3;

interface Props {
  buildingId: string;
  subject: string;
  /** Of the "?" that is being validated. */
  exceptId: string | undefined;
}

/** What is open already where the new ticket is about, so that nobody sends a second plumber for one leak. */
export function OngoingTickets({ buildingId, subject, exceptId }: Props) {
  const { path, module } = useModule();
  const { data = [] } = useOngoingAt(module, buildingId);
  const { rows, isAlike } = alikeFirst(
    data.filter(({ id }) => id !== exceptId),
    subject,
  );
  if (rows.length === 0) return null;
  return (
    <Alert
      color={isAlike ? 'orange' : 'gray'}
      variant="light"
      title={
        <Text span fw={600} c="var(--ink)">
          {isAlike ? CREATION.ongoing.alike : CREATION.ongoing.title}
        </Text>
      }
    >
      <List size="sm" spacing={4}>
        {rows.slice(0, SHOWN).map((row) => (
          <List.Item key={row.id}>
            <Anchor href={`/tickets/${path}/${row.id}`} target="_blank" rel="noreferrer" underline="always">
              {CREATION.ongoing.link(row.number, row.subject)}
            </Anchor>{' '}
            <StatusBadge status={row.status} colour={row.colour} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
