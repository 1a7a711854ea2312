import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ErasePersonFromCafRequest,
  ErasePersonFromCafResponseSchema,
  ExportPersonFromCafRequest,
  ExportPersonFromCafResponseSchema,
} from '@intervia/contracts';
import { CafPrivacyService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonRecords } from '../../application/ports/person-records.js';
import type { SoughtTenant } from '../../application/ports/person-records.js';
import { toCaller } from './from-proto.js';

const PAGE = 200;

/** What exchanges with the caisses hold about somebody. */
@Controller()
export class CafPrivacyController {
  constructor(private readonly records: PersonRecords) {}

  @RpcMethod(CafPrivacyService.method.exportPersonFromCaf)
  async export(
    @Payload() request: ExportPersonFromCafRequest,
  ): Promise<MessageInitShape<typeof ExportPersonFromCafResponseSchema>> {
    const start = Number(request.cursor);
    const next = start + PAGE;
    const all = await this.records.every(toSought(request));
    return {
      recordsJson: all.slice(start, next).map((record) => JSON.stringify(record)),
      nextCursor: next < all.length ? String(next) : '',
    };
  }

  @RpcMethod(CafPrivacyService.method.erasePersonFromCaf)
  async erase(
    @Payload() request: ErasePersonFromCafRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromCafResponseSchema>> {
    const { records, kept } = await this.records.erase(toSought(request));
    return { records, recordsKept: kept };
  }
}

const toSought = ({
  caller,
  person,
  leaseIds,
}: Pick<ErasePersonFromCafRequest, 'caller' | 'person' | 'leaseIds'>): SoughtTenant => ({
  agencyId: toCaller(caller).agencyId,
  names: person?.names ?? [],
  leaseIds,
});
