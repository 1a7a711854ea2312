import { ActionIcon, Switch } from '@mantine/core';
import { IconMail, IconMessage, IconPencil, IconSend } from '@tabler/icons-react';
import type { Person } from '../../api/types.js';
import { CHANNELS, EXCHANGES, TICKET } from '../../fr.js';
import { Reach } from '../people.js';
import classes from '../ticket.module.css';
import type { PartyOption } from './parties.js';
import { useTicketActions } from './ticket-actions.js';

interface Props {
  party: PartyOption;
  person: Person;
}

/** Who, how reached and by which channels; the pencil and the message of the manual, "Options à toutes les étapes". */
export function PartyHead({ party, person }: Props) {
  const { find, start } = useTicketActions();
  const { channels } = person.reach ?? {};
  const reach = find('CHANGE_REACH');
  const message = find('POST_MESSAGE');
  return (
    <>
      <div className={classes.missionHead}>
        <h2>{person.name}</h2>
        {channels?.mail && <IconMail size={16} role="img" aria-label={CHANNELS.MAIL} />}
        {channels?.sms && <IconMessage size={16} role="img" aria-label={CHANNELS.SMS} />}
        <span className={classes.tools}>
          {reach && (
            <ActionIcon
              variant="subtle"
              aria-label={TICKET.changeReach(person.name)}
              title={TICKET.changeReach(person.name)}
              onClick={() => start(reach, { recipient: party, reach: party.person })}
            >
              <IconPencil size={17} />
            </ActionIcon>
          )}
          {message && (
            <ActionIcon
              variant="subtle"
              aria-label={EXCHANGES.messageTo(person.name)}
              title={EXCHANGES.messageTo(person.name)}
              onClick={() => start(message, { recipient: party })}
            >
              <IconSend size={17} />
            </ActionIcon>
          )}
        </span>
      </div>
      <Reach person={person} />
    </>
  );
}

interface SimplifiedProps {
  isFiltered: boolean;
  onFilter: (on: boolean) => void;
}

/** Manual, "Lecture simplifiée du ticket". */
export function Simplified({ isFiltered, onFilter }: SimplifiedProps) {
  return (
    <Switch
      size="xs"
      my={8}
      label={TICKET.simplified}
      checked={isFiltered}
      onChange={(e) => onFilter(e.currentTarget.checked)}
    />
  );
}
