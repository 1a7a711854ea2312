import { Badge, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useEndSessionsOf, useResetSecondFactor } from '../api/security.js';
import type { TeamMember } from '../api/types.js';
import { SECURITY } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { ClientSessionsPart } from './client-sessions-part.js';
import classes from './account.module.css';

/** What is asked before it is done. */
type Asked = { what: 'reset' | 'end'; member: TeamMember } | { what: 'end-all' };

/** The colleagues: whose second factor is taken away, and who is signed out. */
export function TeamPart({ team }: { team: readonly TeamMember[] }) {
  const [asked, setAsked] = useState<Asked>();
  return (
    <>
      <ul className={classes.list}>
        {team.map((member) => (
          <li key={member.id} className={classes.row}>
            <div>
              <p className={classes.name}>{member.name}</p>
              <p className={classes.facts}>{member.mail}</p>
            </div>
            <Group gap="xs">
              <Badge color={member.hasSecondFactor ? 'green.9' : 'gray.7'} variant="outline" tt="none">
                {member.hasSecondFactor ? SECURITY.has : SECURITY.hasNot}
              </Badge>
              {member.hasSecondFactor && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={SECURITY.resetOf(member.name)}
                  onClick={() => setAsked({ what: 'reset', member })}
                >
                  {SECURITY.reset}
                </Button>
              )}
              <Button
                variant="default"
                size="xs"
                aria-label={SECURITY.endOf(member.name)}
                onClick={() => setAsked({ what: 'end', member })}
              >
                {SECURITY.end}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      {team.length === 0 && <Text size="sm">{SECURITY.empty}</Text>}
      <ClientSessionsPart />
      <Button
        variant="default"
        mt="sm"
        style={{ alignSelf: 'start' }}
        onClick={() => setAsked({ what: 'end-all' })}
      >
        {SECURITY.endAll}
      </Button>
      {asked?.what === 'reset' && <ResetDialog member={asked.member} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'end' && <EndDialog member={asked.member} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'end-all' && <EndDialog onClose={() => setAsked(undefined)} />}
    </>
  );
}

function ResetDialog({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const reset = useResetSecondFactor();
  return (
    <ConfirmDialog
      title={SECURITY.resetTitle(member.name)}
      text={SECURITY.resetText}
      confirm={SECURITY.reset}
      isFinal
      isPending={reset.isPending}
      error={reset.error && <ErrorNotice error={reset.error} />}
      onConfirm={() =>
        reset.mutate(member.id, {
          onSuccess: () => {
            notifications.show({ message: SECURITY.resetDone(member.name) });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** Without a member: everybody. */
function EndDialog({ member, onClose }: { member?: TeamMember; onClose: () => void }) {
  const end = useEndSessionsOf();
  return (
    <ConfirmDialog
      title={member ? SECURITY.endTitle(member.name) : SECURITY.endAllTitle}
      text={member ? SECURITY.endText : SECURITY.endAllText}
      confirm={member ? SECURITY.end : SECURITY.endAll}
      isFinal={!member}
      isPending={end.isPending}
      error={end.error && <ErrorNotice error={end.error} />}
      onConfirm={() =>
        end.mutate(member?.id, {
          onSuccess: ({ ended }) => {
            notifications.show({ message: SECURITY.ended(ended) });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
