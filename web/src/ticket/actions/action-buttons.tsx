import { Button, Stack, Text } from '@mantine/core';
import type { AllowedAction } from '../../api/types.js';
import { ACTIONS, TICKET } from '../../fr.js';

interface Props {
  actions: AllowedAction[];
  /** The one that is being sent. */
  pending: AllowedAction | undefined;
  onStart: (action: AllowedAction) => void;
}

const GROUPS: readonly { title: string; has: (action: AllowedAction) => boolean }[] = [
  { title: TICKET.suggested, has: ({ suggested }) => suggested },
  { title: TICKET.others, has: ({ suggested, manualEntry }) => !suggested && !manualEntry },
  { title: TICKET.byHand, has: ({ suggested, manualEntry }) => !suggested && manualEntry },
];

export function ActionButtons({ actions, pending, onStart }: Props) {
  return (
    <Stack gap={10}>
      {GROUPS.map(({ title, has }) => ({ title, members: actions.filter(has) }))
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
                onClick={() => onStart(action)}
              >
                {ACTIONS[action.action]}
              </Button>
            ))}
          </Stack>
        ))}
    </Stack>
  );
}
