import { Alert, Anchor, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Ref } from 'react';
import { FIELD_FAULTS } from '../../fr/forms.js';
import { WIZARD } from '../../fr/wizards.js';
import type { Fault } from '../../forms/typed.js';

interface Props {
  ref: Ref<HTMLDivElement>;
  faults: readonly Fault[];
  onGo: (fault: Fault) => void;
}

/** After an attempt to go on: every fault of the step, each leading to its field. */
export function StepFaults({ ref, faults, onGo }: Props) {
  if (faults.length === 0) return null;
  return (
    <Alert ref={ref} tabIndex={-1} color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} mb="sm">
      <Text size="sm">{WIZARD.faults(faults.length)}</Text>
      <List size="sm" mt={4}>
        {faults.map((fault) => (
          <List.Item key={`${fault.path} ${fault.text}`}>
            <Anchor component="button" type="button" size="sm" ta="left" onClick={() => onGo(fault)}>
              {FIELD_FAULTS.at(fault.where, fault.text)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
