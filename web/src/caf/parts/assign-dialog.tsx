import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { errorText } from '../../ui/error-text.js';
import { useAssign, useSuggestions } from '../api/caf.js';
import type { StatementLine } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF } from '../fr.js';
import { STATEMENTS } from '../fr-statements.js';
import { euros } from './words.js';

interface Props {
  statementId: string;
  line: StatementLine;
  onClose: () => void;
}

/** Manual, "vous pouvez indiquer le n° de compte du locataire concerné par une ligne vide". */
export function AssignDialog({ statementId, line, onClose }: Props) {
  const assign = useAssign(statementId);
  const { data: suggestions } = useSuggestions(statementId, line.id);
  const [account, setAccount] = useState('');
  const give = (chosen: string, sharerId?: string): void =>
    assign.mutate(
      { lineId: line.id, account: chosen, sharerId: sharerId || undefined },
      { onSuccess: onClose },
    );
  return (
    <Modal opened onClose={onClose} title={STATEMENTS.assignTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give(account);
        }}
      >
        <Stack>
          <div>
            {line.lastName} {line.firstName}, {euros(line.amountCents)}
            <div className={classes.soft}>{STATEMENTS.assignLead}</div>
          </div>
          <TextInput
            label={STATEMENTS.accountLabel}
            data-autofocus
            required
            error={assign.error ? errorText(assign.error) : undefined}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
          <div>
            {suggestions && (
              <strong>{suggestions.length > 0 ? STATEMENTS.suggestions : STATEMENTS.noSuggestion}</strong>
            )}
            {suggestions?.map((one) => (
              <Group key={one.account + one.sharerId} justify="space-between" my={6}>
                <span>
                  {one.name} <span className={classes.soft}>{[one.account, one.unit].join(' · ')}</span>
                </span>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${STATEMENTS.choose1} ${one.name}`}
                  onClick={() => give(one.account, one.sharerId)}
                >
                  {STATEMENTS.choose1}
                </Button>
              </Group>
            ))}
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {CAF.cancel}
            </Button>
            <Button type="submit" loading={assign.isPending}>
              {STATEMENTS.assign}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
