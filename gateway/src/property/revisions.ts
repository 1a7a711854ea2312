import type { MessageInitShape } from '@bufbuild/protobuf';
import type { CommandContextSchema, RentLine, TenantFile, UnitFile } from '@intervia/contracts';
import {
  CertificateKind,
  LeaseKind,
  PropertyFilesService,
  RentIndex,
  RentLineKind,
} from '@intervia/contracts';
import type { PreviewRevisionResponse } from '@intervia/contracts/property';
import {
  LeaseKind as FormLeaseKind,
  RentIndex as FormRentIndex,
  RulesService,
} from '@intervia/contracts/property';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Injectable } from '@nestjs/common';
import type { CallerInit } from '../session/caller.js';
import { there } from './there.js';

interface Asked {
  leaseId: string;
  version: number | undefined;
  askedOn: string;
}

const INDEX_OF: Readonly<Record<RentIndex, FormRentIndex>> = {
  [RentIndex.UNSPECIFIED]: FormRentIndex.NONE,
  [RentIndex.IRL]: FormRentIndex.IRL,
  [RentIndex.ILC]: FormRentIndex.ILC,
  [RentIndex.ILAT]: FormRentIndex.ILAT,
};

const KIND_OF: Readonly<Record<LeaseKind, FormLeaseKind>> = {
  [LeaseKind.UNSPECIFIED]: FormLeaseKind.UNSPECIFIED,
  [LeaseKind.UNFURNISHED]: FormLeaseKind.UNFURNISHED,
  [LeaseKind.FURNISHED]: FormLeaseKind.FURNISHED,
  [LeaseKind.STUDENT]: FormLeaseKind.STUDENT,
  [LeaseKind.MOBILITY]: FormLeaseKind.MOBILITY,
  [LeaseKind.COMMERCIAL]: FormLeaseKind.COMMERCIAL,
  [LeaseKind.CIVIL]: FormLeaseKind.CIVIL,
};

/** Brings the two services together: one keeps the lease, the other the rules and the indices. */
@Injectable()
export class Revisions {
  private readonly files: ServiceClient<typeof PropertyFilesService>;
  private readonly rules: ServiceClient<typeof RulesService>;

  constructor(bus: BusClient) {
    this.files = bus.service(PropertyFilesService);
    this.rules = bus.service(RulesService);
  }

  /** @throws LEASE_NOT_FOUND */
  async preview(
    caller: CallerInit,
    leaseId: string,
    askedOn: string,
  ): Promise<{ tenant: TenantFile; preview: PreviewRevisionResponse }> {
    const tenant = there((await this.files.getTenantFile({ caller, leaseId })).tenant);
    const lease = there(tenant.lease);
    const { revision } = lease;
    const preview = await this.rules.previewRevision({
      caller,
      rentCents: rentLinesOf(tenant).reduce((sum, { amountCents }) => sum + amountCents, 0),
      index: INDEX_OF[revision?.index ?? RentIndex.UNSPECIFIED],
      postalCode: tenant.building?.address?.postalCode,
      referenceQuarter: revision?.referenceQuarter,
      referenceValue: revision?.referenceValue,
      revisionOn: revision?.nextOn,
      askedOn,
      lastRevisedOn: lease.revisions
        .map(({ effectOn }) => effectOn)
        .toSorted()
        .at(-1),
      energy: energyOf(tenant.unit),
      kind: KIND_OF[lease.kind],
    });
    return { tenant, preview };
  }

  /** @throws REVISION_REFUSED with the reasons, and what directory refuses */
  async revise(
    context: MessageInitShape<typeof CommandContextSchema>,
    caller: CallerInit,
    { leaseId, version, askedOn }: Asked,
  ): Promise<void> {
    const { tenant, preview } = await this.preview(caller, leaseId, askedOn);
    const { refusals, newRentCents } = preview;
    if (refusals.length > 0) {
      const fields = refusals.map(({ code, params }) => ({ field: 'askedOn', code, params }));
      throw new AppError('REVISION_REFUSED', 'conflict', undefined, fields);
    }
    await this.files.reviseRent({
      context,
      leaseId,
      version,
      revision: {
        askedOn,
        effectOn: preview.effectOn,
        index: tenant.lease?.revision?.index,
        quarter: preview.newQuarter,
        value: preview.newValue,
        newRentCents,
      },
      lines: spread(rentLinesOf(tenant), newRentCents),
      nextRevisionOn: preview.nextRevisionOn,
    });
  }
}

function rentLinesOf({ lease }: TenantFile): readonly RentLine[] {
  return (lease?.permanentLines ?? []).filter(({ kind }) => kind === RentLineKind.RENT);
}

/** The new rent over its lines in the proportions of the old one; the last takes the cents that are left. */
export function spread(
  lines: readonly Pick<RentLine, 'id' | 'amountCents'>[],
  totalCents: number,
): { lineId: string; amountCents: number }[] {
  const before = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  let left = totalCents;
  return lines.map(({ id, amountCents }, index) => {
    const isLast = index === lines.length - 1;
    const part = isLast || before === 0 ? left : Math.round((totalCents * amountCents) / before);
    left -= part;
    return { lineId: id, amountCents: part };
  });
}

/** The newest certificate of each kind says the class. */
function energyOf(unit: UnitFile | undefined) {
  const newest = (kind: CertificateKind) =>
    unit?.certificates
      .filter((each) => each.kind === kind)
      .toSorted((a, b) => (a.madeOn < b.madeOn ? 1 : -1))[0];
  const dpe = newest(CertificateKind.DPE);
  const attestation = newest(CertificateKind.ADEME_ATTESTATION);
  return {
    number: dpe?.number,
    doneOn: dpe?.madeOn,
    energyClass: dpe?.energyClass,
    gesClass: dpe?.climateClass,
    attestationOn: attestation?.madeOn,
    attestationClass: attestation?.energyClass,
  };
}
