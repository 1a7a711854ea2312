import { Button, Stack, Text } from '@mantine/core';
import type { Action, AllowedAction } from '../../api/types.js';
import { ACTIONS, named, TICKET } from '../../fr.js';
import classes from '../ticket.module.css';
import { useTicketActions } from './ticket-actions.js';

interface Group {
  title: string;
  members: readonly AllowedAction[];
}

/** Manual, "Partie gauche": the next step, the others, manual entry, going back. */
const GROUPS: readonly { title: string; has: (action: AllowedAction) => boolean }[] = [
  { title: TICKET.suggested, has: ({ suggested }) => suggested },
  {
    title: TICKET.others,
    has: ({ action, suggested, manualEntry }) => !suggested && !manualEntry && action !== 'STEP_BACK',
  },
  { title: TICKET.byHand, has: ({ suggested, manualEntry }) => !suggested && manualEntry },
  { title: TICKET.undo, has: ({ action, suggested }) => !suggested && action === 'STEP_BACK' },
];

/** These have a pencil where what they change is shown. */
const ELSEWHERE: ReadonlySet<Action> = new Set<Action>(['UPDATE', 'CHANGE_REACH']);

interface Props {
  /** Empty: the ticket's own. */
  missionId: string;
  /** One of several: only the next step is in sight, so that the last card is not far away. */
  isFolded?: boolean;
}

export function ActionButtons({ missionId, isFolded = false }: Props) {
  const { allowed } = useTicketActions();
  const shown = allowed.filter(
    (candidate) => candidate.missionId === missionId && !ELSEWHERE.has(candidate.action),
  );
  const groups = GROUPS.map(({ title, has }) => ({ title, members: shown.filter(has) })).filter(
    ({ members }) => members.length > 0,
  );
  const [next, ...rest] = groups;
  if (!isFolded || next?.title !== TICKET.suggested || rest.length === 0) return <Groups groups={groups} />;
  const count = rest.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <Stack gap={10}>
      <Groups groups={[next]} />
      <details className={classes.folded}>
        <summary>{TICKET.folded(count)}</summary>
        <Groups groups={rest} />
      </details>
    </Stack>
  );
}

function Groups({ groups }: { groups: readonly Group[] }) {
  const { pending, start } = useTicketActions();
  return (
    <Stack gap={10}>
      {groups.map(({ title, members }) => (
        <Stack key={title} gap={6} role="group" aria-label={title}>
          <Text size="xs" fw={600} className="soft">
            {title}
          </Text>
          {members.map((action) => (
            <Button
              key={action.action}
              size={action.suggested ? 'sm' : 'xs'}
              variant={action.suggested ? 'filled' : 'default'}
              justify="flex-start"
              loading={pending === action}
              onClick={() => start(action)}
            >
              {named(ACTIONS, action.action)}
            </Button>
          ))}
        </Stack>
      ))}
    </Stack>
  );
}
