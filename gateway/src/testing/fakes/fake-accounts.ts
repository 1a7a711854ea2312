import { SystemClock } from '@intervia/clock';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { AccountsService, SecurityEventKind } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState } from './fake-state.js';

const { method } = AccountsService;

/** Accounts of nobody in particular. */
@Controller()
export class FakeAccounts {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(method.finishSignIn)
  async finishSignIn(
    @Payload() request: proto.FinishSignInRequest,
  ): Promise<MessageInitShape<typeof proto.FinishSignInResponseSchema>> {
    this.state.note('finishSignIn', request);
    if (request.proof?.code !== '123456') throw new AppError('SECOND_FACTOR_REFUSED', 'forbidden');
    const [token = ''] = [...this.state.secondSteps].find(([, step]) => step === request.step) ?? [];
    return { token, session: this.state.session(token) };
  }

  /** Good for the token of a session, as often as it is asked for. */
  @RpcMethod(method.signInByLink)
  async signInByLink(
    @Payload() request: proto.SignInByLinkRequest,
  ): Promise<MessageInitShape<typeof proto.SignInByLinkResponseSchema>> {
    this.state.note('signInByLink', request);
    if (request.link === 'spent') throw new AppError('SIGN_IN_LINK_SPENT', 'conflict');
    return { token: request.link, session: this.state.session(request.link) };
  }

  @RpcMethod(method.startPasskeySignIn)
  async startPasskeySignIn(
    @Payload() request: proto.StartPasskeySignInRequest,
  ): Promise<MessageInitShape<typeof proto.StartPasskeySignInResponseSchema>> {
    this.state.note('startPasskeySignIn', request);
    return { step: 'step', options: '{}' };
  }

  @RpcMethod(method.requestPasswordReset)
  async requestPasswordReset(
    @Payload() request: proto.RequestPasswordResetRequest,
  ): Promise<MessageInitShape<typeof proto.RequestPasswordResetResponseSchema>> {
    this.state.note('requestPasswordReset', request);
    return {};
  }

  @RpcMethod(method.resetPassword)
  async resetPassword(
    @Payload() request: proto.ResetPasswordRequest,
  ): Promise<MessageInitShape<typeof proto.ResetPasswordResponseSchema>> {
    this.state.note('resetPassword', request);
    return {};
  }

  @RpcMethod(method.getAccount)
  async getAccount(
    @Payload() request: proto.GetAccountRequest,
  ): Promise<MessageInitShape<typeof proto.GetAccountResponseSchema>> {
    this.state.note('getAccount', request);
    const { user, client } = this.state.session(request.token);
    return { name: user?.name ?? client?.name, hasTotp: true };
  }

  @RpcMethod(method.startConfirmation)
  async startConfirmation(
    @Payload() request: proto.StartConfirmationRequest,
  ): Promise<MessageInitShape<typeof proto.StartConfirmationResponseSchema>> {
    this.state.note('startConfirmation', request);
    return { options: '{}' };
  }

  @RpcMethod(method.confirm)
  async confirm(
    @Payload() request: proto.ConfirmRequest,
  ): Promise<MessageInitShape<typeof proto.ConfirmResponseSchema>> {
    this.state.note('confirm', request);
    this.state.session(request.token);
    return { confirmedUntil: timestampFromDate(new SystemClock().now()) };
  }

  @RpcMethod(method.changePassword)
  async changePassword(
    @Payload() request: proto.ChangePasswordRequest,
  ): Promise<MessageInitShape<typeof proto.ChangePasswordResponseSchema>> {
    this.state.note('changePassword', request);
    return {};
  }

  @RpcMethod(method.startTotp)
  async startTotp(
    @Payload() request: proto.StartTotpRequest,
  ): Promise<MessageInitShape<typeof proto.StartTotpResponseSchema>> {
    this.state.note('startTotp', request);
    return { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x' };
  }

  @RpcMethod(method.enableTotp)
  async enableTotp(
    @Payload() request: proto.EnableTotpRequest,
  ): Promise<MessageInitShape<typeof proto.EnableTotpResponseSchema>> {
    this.state.note('enableTotp', request);
    return { recoveryCodes: ['AAAA-BBBB-CCCC'] };
  }

  @RpcMethod(method.removeTotp)
  async removeTotp(
    @Payload() request: proto.RemoveTotpRequest,
  ): Promise<MessageInitShape<typeof proto.RemoveTotpResponseSchema>> {
    this.state.note('removeTotp', request);
    return {};
  }

  @RpcMethod(method.startPasskey)
  async startPasskey(
    @Payload() request: proto.StartPasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.StartPasskeyResponseSchema>> {
    this.state.note('startPasskey', request);
    return { options: '{}' };
  }

  @RpcMethod(method.addPasskey)
  async addPasskey(
    @Payload() request: proto.AddPasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.AddPasskeyResponseSchema>> {
    this.state.note('addPasskey', request);
    return {};
  }

  @RpcMethod(method.removePasskey)
  async removePasskey(
    @Payload() request: proto.RemovePasskeyRequest,
  ): Promise<MessageInitShape<typeof proto.RemovePasskeyResponseSchema>> {
    this.state.note('removePasskey', request);
    return {};
  }

  @RpcMethod(method.renewRecoveryCodes)
  async renewRecoveryCodes(
    @Payload() request: proto.RenewRecoveryCodesRequest,
  ): Promise<MessageInitShape<typeof proto.RenewRecoveryCodesResponseSchema>> {
    this.state.note('renewRecoveryCodes', request);
    return {};
  }

  @RpcMethod(method.listSessions)
  async listSessions(
    @Payload() request: proto.ListSessionsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSessionsResponseSchema>> {
    this.state.note('listSessions', request);
    return { sessions: [{ id: 'one', device: 'Firefox sur Windows', current: true }] };
  }

  @RpcMethod(method.endSessions)
  async endSessions(
    @Payload() request: proto.EndSessionsRequest,
  ): Promise<MessageInitShape<typeof proto.EndSessionsResponseSchema>> {
    this.state.note('endSessions', request);
    return { ended: 1 };
  }

  @RpcMethod(method.getSecuritySettings)
  async getSecuritySettings(
    @Payload() request: proto.GetSecuritySettingsRequest,
  ): Promise<MessageInitShape<typeof proto.GetSecuritySettingsResponseSchema>> {
    this.state.note('getSecuritySettings', request);
    return { secondFactorRequired: true, team: [{ id: 'u', name: 'Claire' }] };
  }

  @RpcMethod(method.saveSecuritySettings)
  async saveSecuritySettings(
    @Payload() request: proto.SaveSecuritySettingsRequest,
  ): Promise<MessageInitShape<typeof proto.SaveSecuritySettingsResponseSchema>> {
    this.state.note('saveSecuritySettings', request);
    return {};
  }

  @RpcMethod(method.getAccessControl)
  async getAccessControl(
    @Payload() request: proto.GetAccessControlRequest,
  ): Promise<MessageInitShape<typeof proto.GetAccessControlResponseSchema>> {
    this.state.note('getAccessControl', request);
    return { version: 1, people: [{ id: 'u', name: 'Claire', rights: { syndic: { view: true } } }] };
  }

  @RpcMethod(method.saveRoleAccess)
  async saveRoleAccess(
    @Payload() request: proto.SaveRoleAccessRequest,
  ): Promise<MessageInitShape<typeof proto.SaveRoleAccessResponseSchema>> {
    this.state.note('saveRoleAccess', request);
    return {};
  }

  @RpcMethod(method.resetSecondFactor)
  async resetSecondFactor(
    @Payload() request: proto.ResetSecondFactorRequest,
  ): Promise<MessageInitShape<typeof proto.ResetSecondFactorResponseSchema>> {
    this.state.note('resetSecondFactor', request);
    return {};
  }

  @RpcMethod(method.endSessionsOf)
  async endSessionsOf(
    @Payload() request: proto.EndSessionsOfRequest,
  ): Promise<MessageInitShape<typeof proto.EndSessionsOfResponseSchema>> {
    this.state.note('endSessionsOf', request);
    return { ended: 2 };
  }

  @RpcMethod(method.listSecurityEvents)
  async listSecurityEvents(
    @Payload() request: proto.ListSecurityEventsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSecurityEventsResponseSchema>> {
    this.state.note('listSecurityEvents', request);
    const { agencyId } = this.state.session(request.token);
    const at = timestampFromDate(new Date(0));
    const event = {
      id: 'e',
      at,
      kind: SecurityEventKind.SIGN_IN,
      about: '=1+1',
      personName: agencyId,
      times: 1,
    };
    return { events: [event], nextCursor: request.cursor ? '' : 'more' };
  }

  @RpcMethod(method.recordSecurityEvent)
  async recordSecurityEvent(
    @Payload() request: proto.RecordSecurityEventRequest,
  ): Promise<MessageInitShape<typeof proto.RecordSecurityEventResponseSchema>> {
    this.state.note('recordSecurityEvent', request);
    return {};
  }
}
