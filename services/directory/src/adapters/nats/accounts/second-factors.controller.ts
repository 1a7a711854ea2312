import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { AccountsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { SecondFactorsHandler } from '../../../application/accounts/second-factors.handler.js';
import { originOf } from './origin-of.js';

const { method } = AccountsService;
const LONGEST_NAME = 60;

@Controller()
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsHandler) {}

  @RpcMethod(method.startTotp)
  startTotp(
    @Payload() { token }: proto.StartTotpRequest,
  ): Promise<MessageInitShape<typeof proto.StartTotpResponseSchema>> {
    return this.factors.startTotp(token);
  }

  @RpcMethod(method.enableTotp)
  async enableTotp(
    @Payload() { token, code, device }: proto.EnableTotpRequest,
  ): Promise<MessageInitShape<typeof proto.EnableTotpResponseSchema>> {
    return { recoveryCodes: await this.factors.enableTotp(token, code, originOf(device)) };
  }

  @RpcMethod(method.removeTotp)
  async removeTotp(
    @Payload() { token, device }: proto.RemoveTotpRequest,
  ): Promise<MessageInitShape<typeof proto.RemoveTotpResponseSchema>> {
    await this.factors.removeTotp(token, originOf(device));
    return {};
  }

  @RpcMethod(method.startPasskey)
  async startPasskey(
    @Payload() { token }: proto.StartPasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.StartPasskeyResponseSchema>> {
    return { options: await this.factors.startPasskey(token) };
  }

  @RpcMethod(method.addPasskey)
  async addPasskey(
    @Payload() { token, name, passkey, device }: proto.AddPasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.AddPasskeyResponseSchema>> {
    const origin = originOf(device);
    const named = name.trim().slice(0, LONGEST_NAME) || origin.label;
    return { recoveryCodes: await this.factors.addPasskey(token, named, passkey, origin) };
  }

  @RpcMethod(method.removePasskey)
  async removePasskey(
    @Payload() { token, id, device }: proto.RemovePasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.RemovePasskeyResponseSchema>> {
    await this.factors.removePasskey(token, id, originOf(device));
    return {};
  }

  @RpcMethod(method.renewRecoveryCodes)
  async renewCodes(
    @Payload() { token, device }: proto.RenewRecoveryCodesRequest,
  ): Promise<MessageInitShape<typeof proto.RenewRecoveryCodesResponseSchema>> {
    return { recoveryCodes: await this.factors.renewCodes(token, originOf(device)) };
  }
}
