import type { MessageInitShape } from '@bufbuild/protobuf';
import { GuarantorSchema, SharerSchema, SharersService } from '@intervia/contracts/property';
import type * as proto from '@intervia/contracts/property';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { EnterSharerHandler } from '../../application/sharers/enter-sharer.handler.js';
import type { Guarantor, Sharer } from '../../domain/forms/tenant-forms.js';
import { invalidRequest } from '../../domain/values/errors.js';
import { commandOf } from './caller.js';
import { toFinding } from './draft.mapper.js';
import { toPlain } from './plain.js';

/** Flat-sharers who enter a lease that runs. */
@Controller()
export class SharersController {
  constructor(private readonly entries: EnterSharerHandler) {}

  @RpcMethod(SharersService.method.enterSharer)
  async enterSharer(
    @Payload() { context, leaseId, version, sharer, replacesSharerId, guarantor }: proto.EnterSharerRequest,
  ): Promise<MessageInitShape<typeof proto.EnterSharerResponseSchema>> {
    const { actor, commandId } = commandOf(context);
    if (!sharer) throw invalidRequest([{ field: 'sharer.party.name', code: 'REQUIRED' }]);
    const faults = await this.entries.execute(
      actor,
      { commandId, fingerprint: context?.fingerprint ?? '' },
      {
        ...{ leaseId, version, replacesSharerId },
        sharer: toPlain<Sharer>(SharerSchema, sharer),
        ...(guarantor ? { guarantor: toPlain<Guarantor>(GuarantorSchema, guarantor) } : {}),
      },
    );
    return { faults: faults.map(toFinding) };
  }
}
