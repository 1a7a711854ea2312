import type { Draft } from '../drafts/draft.js';
import { formOf } from '../drafts/draft.js';
import type { Evaluation } from '../drafts/evaluate.js';
import type { Known } from '../drafts/known.js';
import type { Finding } from '../forms/content.js';
import type { Guarantor, Sharer } from '../forms/tenant-forms.js';
import { guarantorOf, guarantorParties, sharerOf, sharerParties } from './lease-people.js';
import type { FileRecord, PlannedFile } from './planned-file.js';

/** Who enters a running lease, as step 3 of a tenant takes it, with who answers for it. */
export interface SharerEntry {
  readonly sharer: Sharer;
  readonly guarantor?: Guarantor;
}

/** The running lease, as far as the forms look at it. */
export interface SharedLease {
  readonly unitId: string;
  readonly entityId: string;
  readonly furnished: boolean;
  readonly severalContracts: boolean;
}

const NOBODY = { id: '', name: '' };

/** The steps of a tenant that judge who enters, and nothing else: it is never stored. */
export function draftOfEntry(
  of: Pick<Draft, 'id' | 'agencyId'>,
  lease: SharedLease,
  { sharer, guarantor }: SharerEntry,
  at: Date,
): Draft {
  const state = {
    ...{ itemId: '', version: 1, validated: true, unread: {}, savedBy: NOBODY, savedAt: at, commandId: '' },
  };
  return {
    ...of,
    wizard: 'TENANT',
    unitId: lease.unitId,
    ...{
      mandateId: '',
      about: '',
      presentTenants: '',
      title: '',
      complete: false,
      keepable: false,
      version: 1,
    },
    steps: [
      {
        ...state,
        step: 'TENANT_ACCOUNT',
        form: {
          kind: lease.severalContracts ? 'FLAT_SHARE_SEVERAL' : 'FLAT_SHARE',
          account: { entityId: lease.entityId, managerId: '', accountantId: '', assistantId: '' },
          sharers: [sharer],
          furnished: lease.furnished,
        },
      },
      ...(guarantor
        ? [
            {
              ...state,
              step: 'DEPOSIT' as const,
              form: { amountCents: 0, paidOn: '', heldBy: '' as const, guarantors: [guarantor] },
            },
          ]
        : []),
    ],
    ...{ resumeStep: 'TENANT_ACCOUNT', resumeItemId: '', presences: [] },
    ...{ createdBy: NOBODY, createdAt: at, savedBy: NOBODY, savedAt: at },
  };
}

const PLACES: readonly (readonly [row: string, field: string])[] = [
  ['sharers.0.', 'sharer.'],
  ['guarantors.0.', 'guarantor.'],
];

/** What is wrong with who enters, by the fields of the command. Whether shares make the whole is the lease's to say. */
export const faultsOfEntry = ({ steps }: Evaluation): Finding[] =>
  steps
    .flatMap(({ findings }) => findings.faults)
    .flatMap((fault) => {
      const place = PLACES.find(([row]) => fault.path.startsWith(row));
      if (!place || fault.code === 'SHARES_NOT_WHOLE') return [];
      return [{ ...fault, path: fault.path.replace(...place) }];
    });

export interface PlannedEntry {
  readonly parties: readonly PlannedFile[];
  readonly sharer: FileRecord;
  readonly guarantors: readonly FileRecord[];
}

/** @param draft with its codes, as it was judged */
export function planEntry(draft: Draft, known: Known): PlannedEntry {
  const sharers = formOf(draft, 'TENANT_ACCOUNT')?.sharers ?? [];
  const guarantors = formOf(draft, 'DEPOSIT')?.guarantors ?? [];
  const parties = [
    ...sharerParties(draft.id, sharers, known),
    ...guarantorParties(draft.id, guarantors, known),
  ];
  return {
    parties: parties.flatMap((file) => file ?? []),
    sharer: sharers.map((one) => sharerOf(draft.id, one))[0] ?? { id: '' },
    guarantors: guarantors.map((one) => guarantorOf(draft.id, one)),
  };
}
