import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { JestimoService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AccountsHandler } from '../../application/accounts/accounts.handler.js';
import { EstimateUnitHandler } from '../../application/estimates/estimate-unit.handler.js';
import { EstimationProvider } from '../../application/ports/partner.js';
import { InvalidRequest } from '../../domain/values/errors.js';
import { FeedSweep } from '../schedule/feed-sweep.js';
import { fromAccount, fromEstimate, KINDS, toCaller, toCommand } from './mappers.js';

const { method } = JestimoService;

/** Accounts with the partner, and estimates under them. */
@Controller()
export class EstimatesController {
  constructor(
    private readonly accounts: AccountsHandler,
    private readonly estimates: EstimateUnitHandler,
    private readonly partner: EstimationProvider,
    private readonly sweep: FeedSweep,
  ) {}

  @RpcMethod(method.getJestimoAccount)
  async getAccount(
    @Payload() { caller }: proto.GetJestimoAccountRequest,
  ): Promise<MessageInitShape<typeof proto.GetJestimoAccountResponseSchema>> {
    const account = await this.accounts.own(toCaller(caller));
    return { account: account && fromAccount(account), configured: this.partner.isConfigured };
  }

  @RpcMethod(method.listJestimoAccounts)
  async listAccounts(
    @Payload() { caller }: proto.ListJestimoAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.ListJestimoAccountsResponseSchema>> {
    return { accounts: (await this.accounts.list(toCaller(caller))).map(fromAccount) };
  }

  @RpcMethod(method.saveJestimoAccounts)
  async saveAccounts(
    @Payload() { context, userIds, login, password }: proto.SaveJestimoAccountsRequest,
  ): Promise<MessageInitShape<typeof proto.SaveJestimoAccountsResponseSchema>> {
    const saved = await this.accounts.save(toCommand(context).caller, userIds, login, password);
    this.sweep.soon();
    return { accounts: saved.map(fromAccount) };
  }

  @RpcMethod(method.deleteJestimoAccount)
  async deleteAccount(
    @Payload() { context, userId }: proto.DeleteJestimoAccountRequest,
  ): Promise<MessageInitShape<typeof proto.DeleteJestimoAccountResponseSchema>> {
    await this.accounts.delete(toCommand(context).caller, userId);
    return {};
  }

  @RpcMethod(method.estimateUnit)
  async estimate(
    @Payload() { context, unitId, kind }: proto.EstimateUnitRequest,
  ): Promise<MessageInitShape<typeof proto.EstimateUnitResponseSchema>> {
    const wanted = KINDS[kind];
    if (!wanted) throw new InvalidRequest([{ field: 'kind', code: 'REQUIRED' }]);
    return { estimate: fromEstimate(await this.estimates.execute(toCommand(context), unitId, wanted)) };
  }

  @RpcMethod(method.listEstimates)
  async list(
    @Payload() { caller, unitId }: proto.ListEstimatesRequest,
  ): Promise<MessageInitShape<typeof proto.ListEstimatesResponseSchema>> {
    return { estimates: (await this.estimates.list(toCaller(caller), unitId)).map(fromEstimate) };
  }
}
