import { useState } from 'react';
import { newKey } from '../../../lib/keys.js';
import { useEnterSharer } from '../../api/tenants.js';
import type { LeaseFile } from '../../api/types.js';
import type { Field, Option, Place, Values } from '../../forms/field.js';
import { isValues } from '../../forms/field.js';
import { SHARER } from '../../fr/coming-and-going.js';
import { GUARANTOR_FIELDS, SHARER_FIELDS } from '../../wizards/fields/party-fields.js';
import { GUARANTEES } from '../../wizards/fields/lease-screens.js';
import { AID_FIELDS } from '../../wizards/fields/tenant-screens.js';
import { SmallForm } from '../small-form.js';

interface Props {
  lease: LeaseFile;
  /** Everyone who is or was there, by name. */
  sharers: readonly Option[];
  onClose: () => void;
}

const isGuaranteed = ({ here }: Place): boolean => kindOf(here) !== '';
const isByParty = ({ here }: Place): boolean => ['PERSON', 'COMPANY'].includes(kindOf(here));

/** The code is given when it is saved. */
const withoutCode = (fields: readonly Field[]): readonly Field[] =>
  fields.filter(({ kind }) => kind !== 'code');

/** A flat-sharer enters a running lease, most often in the place of one who leaves. */
export function SharerDialog({ lease, sharers, onClose }: Props) {
  const [key] = useState(newKey);
  const places = freePlaces(lease, sharers);
  const fields: readonly Field[] = [
    {
      kind: 'choice',
      path: 'replacesSharerId',
      label: SHARER.replaces,
      help: SHARER.replacesHelp,
      wide: true,
      options: [['', SHARER.nobody], ...places],
    },
    { kind: 'day', path: 'enteredOn', label: SHARER.enteredOn, must: true },
    { kind: 'percent', path: 'share', label: SHARER.share, help: SHARER.shareHelp },
    { kind: 'party', path: 'party', label: SHARER.who, fields: withoutCode(SHARER_FIELDS), wide: true },
    ...AID_FIELDS,
    {
      kind: 'choice',
      path: 'guarantor.kind',
      label: SHARER.guarantor,
      options: [['', SHARER.none], ...GUARANTEES],
    },
    { kind: 'money', path: 'guarantor.amountCents', label: SHARER.amount, when: isGuaranteed },
    { kind: 'text', path: 'guarantor.reference', label: SHARER.reference, max: 60, when: isGuaranteed },
    { kind: 'day', path: 'guarantor.until', label: SHARER.until, when: isGuaranteed },
    {
      kind: 'party',
      path: 'guarantor.party',
      label: SHARER.guarantorWho,
      fields: withoutCode(GUARANTOR_FIELDS),
      when: isByParty,
      wide: true,
    },
  ];
  return (
    <SmallForm
      title={SHARER.title}
      fields={fields}
      begin={{
        replacesSharerId: places[0]?.[0] ?? '',
        party: { kind: 'PERSON' },
        guarantor: { kind: '', party: { kind: 'PERSON' } },
      }}
      mutation={useEnterSharer()}
      command={({ replacesSharerId, guarantor, ...sharer }) => ({
        ...{ leaseId: lease.id, version: lease.version, key, sharer },
        replacesSharerId: typeof replacesSharerId === 'string' ? replacesSharerId : '',
        guarantor: guaranteeOf(guarantor, sharer['enteredOn']),
      })}
      submit={SHARER.save}
      done={SHARER.done}
      prefix="sharer."
      onClose={onClose}
    />
  );
}

function kindOf({ guarantor }: Values): string {
  const kind = isValues(guarantor) ? guarantor['kind'] : '';
  return typeof kind === 'string' ? kind : '';
}

/** From the day on which the sharer enters; Visale and a bank are no parties. */
function guaranteeOf(guarantor: unknown, from: unknown): Values | undefined {
  const kind = kindOf({ guarantor });
  if (!isValues(guarantor) || kind === '') return undefined;
  const { party, ...rest } = guarantor;
  return { ...rest, from, ...(['PERSON', 'COMPANY'].includes(kind) ? { party } : {}) };
}

/** Those who left or gave notice, and whose place nobody took. */
export function freePlaces(lease: LeaseFile, sharers: readonly Option[]): Option[] {
  const taken = new Set(lease.sharers.map(({ replacesSharerId }) => replacesSharerId));
  const leaving = new Set([...lease.notices, ...lease.departures].map(({ sharerId }) => sharerId));
  return sharers.filter(([id]) => leaving.has(id) && !taken.has(id));
}
