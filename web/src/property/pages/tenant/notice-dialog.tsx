import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { useGiveNotice } from '../../api/tenants.js';
import type { NoticeCommand } from '../../api/tenants.js';
import type { LeaseFile } from '../../api/types.js';
import type { Field, Option, Values } from '../../forms/field.js';
import { NOTICE, REASONS } from '../../fr/pages.js';
import { whoLeaves } from './departure-dialog.js';
import { SmallForm } from '../small-form.js';

interface Props {
  lease: LeaseFile;
  sharers: readonly Option[];
  onClose: () => void;
}

/** The tenant's or a sharer's notice: CAF42 and the letting of the unit listen. */
export function NoticeDialog({ lease, sharers, onClose }: Props) {
  const [key] = useState(newKey);
  const fields: readonly Field[] = [
    ...whoLeaves(sharers),
    { kind: 'choice', path: 'reason', label: NOTICE.reason, must: true, options: REASONS },
    { kind: 'day', path: 'receivedOn', label: NOTICE.receivedOn, must: true },
    { kind: 'day', path: 'leavesOn', label: NOTICE.leavesOn, must: true },
    { kind: 'text', path: 'newAddress.line', label: NOTICE.newAddress, max: 120, wide: true },
    { kind: 'text', path: 'newAddress.postalCode', label: NOTICE.postalCode, max: 10 },
    { kind: 'text', path: 'newAddress.city', label: NOTICE.city, max: 80 },
    { kind: 'area', path: 'remarks', label: NOTICE.remarks, max: 1000 },
  ];
  return (
    <SmallForm
      title={NOTICE.title}
      fields={fields}
      begin={{ reason: 'TENANT_NOTICE', sharerId: '' }}
      mutation={useGiveNotice()}
      command={(content) =>
        ({ ...content, leaseId: lease.id, version: lease.version, key }) as unknown as NoticeCommand
      }
      check={disordered}
      submit={NOTICE.save}
      done={NOTICE.done}
      prefix="notice."
      onClose={onClose}
    />
  );
}

function disordered({ receivedOn, leavesOn }: Values): Record<string, string> {
  return String(leavesOn) < String(receivedOn) ? { leavesOn: NOTICE.disordered } : {};
}
