import type { MessageInitShape } from '@bufbuild/protobuf';
import type { EraseUserFromJestimoRequest, EraseUserFromJestimoResponseSchema } from '@intervia/contracts';
import { JestimoPrivacyService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Accounts, Estimates } from '../../application/ports/stores.js';
import { toCaller } from './mappers.js';

/** What is kept of users of the partner. */
@Controller()
export class PrivacyController {
  constructor(
    private readonly accounts: Accounts,
    private readonly estimates: Estimates,
  ) {}

  @RpcMethod(JestimoPrivacyService.method.eraseUserFromJestimo)
  async erase(
    @Payload() { caller, userId }: EraseUserFromJestimoRequest,
  ): Promise<MessageInitShape<typeof EraseUserFromJestimoResponseSchema>> {
    const { agencyId } = toCaller(caller);
    const account = (await this.accounts.find(agencyId, userId)) !== undefined;
    await this.accounts.delete(agencyId, userId);
    return { account, estimates: await this.estimates.forgetUser(agencyId, userId) };
  }
}
