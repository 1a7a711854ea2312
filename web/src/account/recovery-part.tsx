import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { AccountApi } from '../api/account.js';
import { Subsection } from '../forms/section.js';
import { ACCOUNT } from '../fr.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CodesDialog } from './codes-dialog.js';
import { useAccountChange } from './use-account.js';

export function RecoveryPart({ api, left }: { api: AccountApi; left: number }) {
  const [isAsking, setIsAsking] = useState(false);
  const [codes, setCodes] = useState<string[]>([]);
  const renew = useAccountChange(api.renewCodes);
  return (
    <Subsection title={ACCOUNT.codes}>
      <Text size="sm" c="var(--ink-soft)">
        {ACCOUNT.codesHint}
      </Text>
      <Group gap="sm">
        <Text size="sm">{ACCOUNT.codesLeft(left)}</Text>
        <Button variant="default" size="xs" onClick={() => setIsAsking(true)}>
          {ACCOUNT.codesRenew}
        </Button>
      </Group>
      {isAsking && (
        <ConfirmDialog
          title={ACCOUNT.codesRenew}
          text={ACCOUNT.codesRenewText}
          confirm={ACCOUNT.codesRenew}
          isPending={renew.isPending}
          error={renew.error && <ErrorNotice error={renew.error} />}
          onConfirm={() =>
            renew.mutate(undefined, {
              onSuccess: ({ recoveryCodes }) => {
                setIsAsking(false);
                setCodes(recoveryCodes);
              },
            })
          }
          onClose={() => setIsAsking(false)}
        />
      )}
      <CodesDialog codes={codes} onClose={() => setCodes([])} />
    </Subsection>
  );
}
