import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Fault } from '../api/types.js';
import { EXPORT } from '../fr.js';
import { faultText } from '../fr-faults.js';

/** Every fault, with the way to where it is corrected. */
export function Faults({ faults, count }: { faults: readonly Fault[]; count: number }) {
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={EXPORT.blocked(count)}
      my="md"
    >
      <List size="sm" spacing={4}>
        {faults.map((fault, index) => (
          <List.Item key={index}>
            {fault.leaseId ? (
              <Anchor component={Link} to={`/property/tenants/${fault.leaseId}`} size="sm">
                {[fault.name, fault.account].filter(Boolean).join(', ')}
              </Anchor>
            ) : (
              <Anchor component={Link} to="/caf/settings" size="sm">
                {EXPORT.settings}
              </Anchor>
            )}
            {' – '}
            {faultText(fault)}
          </List.Item>
        ))}
      </List>
      {EXPORT.again}
    </Alert>
  );
}
