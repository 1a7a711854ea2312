import { Button, Stack, Text } from '@mantine/core';
import type { Action, AllowedAction } from '../../api/types.js';
import { ACTIONS, named, TICKET } from '../../fr.js';
import { useTicketActions } from './ticket-actions.js';

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

/** Those of a mission; of the ticket itself when `missionId` is empty. */
export function ActionButtons({ missionId }: { missionId: string }) {
  const { allowed, pending, start } = useTicketActions();
  const shown = allowed.filter(
    (candidate) => candidate.missionId === missionId && !ELSEWHERE.has(candidate.action),
  );
  return (
    <Stack gap={10}>
      {GROUPS.map(({ title, has }) => ({ title, members: shown.filter(has) }))
        .filter(({ members }) => members.length > 0)
        .map(({ title, members }) => (
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
