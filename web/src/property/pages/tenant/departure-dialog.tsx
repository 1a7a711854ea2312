import { Alert } from '@mantine/core';
import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { useRecordDepartures } from '../../api/tenants.js';
import type { DepartureResult } from '../../api/types.js';
import type { Field, Option, Values } from '../../forms/field.js';
import { DEPARTURE } from '../../fr/coming-and-going.js';
import { NOTICE, REASONS, TENANT } from '../../fr/pages.js';
import { SmallForm } from '../small-form.js';

interface Leaving {
  leaseId: string;
  version: number;
  name: string;
}

const FIELDS: readonly Field[] = [
  { kind: 'day', path: 'leftOn', label: DEPARTURE.leftOn, must: true },
  { kind: 'choice', path: 'reason', label: NOTICE.reason, must: true, options: REASONS },
  { kind: 'flag', path: 'lastMonthPaid', label: DEPARTURE.lastMonthPaid },
];

const NEW_ADDRESS: readonly Field[] = [
  { kind: 'text', path: 'newAddress.line', label: NOTICE.newAddress, max: 120, wide: true },
  { kind: 'text', path: 'newAddress.postalCode', label: NOTICE.postalCode, max: 10 },
  { kind: 'text', path: 'newAddress.city', label: NOTICE.city, max: 80 },
];

interface Props {
  leaving: readonly Leaving[];
  /** Of the notice: what is known already. */
  begin?: Values;
  /** Of whom one may leave alone. */
  sharers?: readonly Option[];
  onClose: () => void;
}

/** Manual, "Validation d'un départ", "Validation des départs": each by itself, one that is refused keeps nobody out. */
export function DepartureDialog({ leaving, begin, sharers = [], onClose }: Props) {
  const [key] = useState(newKey);
  const [refused, setRefused] = useState<readonly DepartureResult[]>([]);
  const mutation = useRecordDepartures();
  const nameOf = (leaseId: string): string => leaving.find((each) => each.leaseId === leaseId)?.name ?? '';
  if (refused.length > 0)
    return (
      <Alert
        color="red"
        role="alert"
        withCloseButton
        closeButtonLabel={DEPARTURE.close}
        onClose={onClose}
        mb="sm"
      >
        {refused.map(({ leaseId, detail }) => (
          <div key={leaseId}>
            {DEPARTURE.refused(nameOf(leaseId))} {detail}
          </div>
        ))}
      </Alert>
    );
  return (
    <SmallForm
      title={DEPARTURE.title(leaving.length)}
      fields={[...whoLeaves(sharers), ...FIELDS, ...(leaving.length === 1 ? NEW_ADDRESS : [])]}
      begin={begin ?? { reason: 'TENANT_NOTICE' }}
      mutation={mutation}
      command={(content) => ({
        key,
        departures: leaving.map(({ leaseId, version }) => ({
          leaseId,
          version,
          departure: content,
        })),
      })}
      submit={DEPARTURE.save}
      done={(results) => {
        const bad = results.filter(({ code }) => code !== '');
        setRefused(bad);
        return bad.length < results.length ? DEPARTURE.done(results.length - bad.length) : undefined;
      }}
      prefix="departures.0.departure."
      onClose={() => refused.length === 0 && onClose()}
    />
  );
}

/** The whole lease, or one sharer of it. */
export function whoLeaves(sharers: readonly Option[]): readonly Field[] {
  if (sharers.length === 0) return [];
  return [
    { kind: 'choice', path: 'sharerId', label: NOTICE.who, options: [['', TENANT.wholeLease], ...sharers] },
  ];
}
