import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import { AccountsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { AdministerSecurityHandler } from '../../../application/accounts/administer-security.handler.js';
import { EndSessionsHandler } from '../../../application/accounts/end-sessions.handler.js';
import { toUserMessage } from '../answer.mapper.js';
import { kindOf, toKind } from './event-kinds.js';
import { originOf } from './origin-of.js';

const { method } = AccountsService;

/** For administrators; and what the gateway saw. */
@Controller()
export class SecurityController {
  constructor(
    private readonly administer: AdministerSecurityHandler,
    private readonly endSessions: EndSessionsHandler,
  ) {}

  @RpcMethod(method.getSecuritySettings)
  async read(
    @Payload() { token }: proto.GetSecuritySettingsRequest,
  ): Promise<MessageInitShape<typeof proto.GetSecuritySettingsResponseSchema>> {
    const { required, team } = await this.administer.read(token);
    return {
      secondFactorRequired: required,
      team: team.map(({ user, hasSecondFactor }) => {
        const { id, name, mail, role } = toUserMessage(user);
        return { id, name, mail, role, hasSecondFactor };
      }),
    };
  }

  @RpcMethod(method.saveSecuritySettings)
  async save(
    @Payload() { token, secondFactorRequired, device }: proto.SaveSecuritySettingsRequest,
  ): Promise<MessageInitShape<typeof proto.SaveSecuritySettingsResponseSchema>> {
    await this.administer.save(token, secondFactorRequired, originOf(device));
    return {};
  }

  @RpcMethod(method.resetSecondFactor)
  async resetSecondFactor(
    @Payload() { token, userId, device }: proto.ResetSecondFactorRequest,
  ): Promise<MessageInitShape<typeof proto.ResetSecondFactorResponseSchema>> {
    await this.administer.resetSecondFactor(token, userId, originOf(device));
    return {};
  }

  @RpcMethod(method.endSessionsOf)
  async endSessionsOf(
    @Payload() { token, userId, clientMail, device }: proto.EndSessionsOfRequest,
  ): Promise<MessageInitShape<typeof proto.EndSessionsOfResponseSchema>> {
    const origin = originOf(device);
    if (userId) return { ended: await this.endSessions.ofUser(token, userId, origin) };
    if (clientMail) return { ended: await this.endSessions.ofClient(token, clientMail, origin) };
    return { ended: await this.endSessions.ofAll(token, origin) };
  }

  @RpcMethod(method.listSecurityEvents)
  async list(
    @Payload() { token, kinds, personId, from, until, cursor, limit }: proto.ListSecurityEventsRequest,
  ): Promise<MessageInitShape<typeof proto.ListSecurityEventsResponseSchema>> {
    const filter = {
      kinds: kinds.flatMap((kind) => kindOf(kind) ?? []),
      personId,
      from: from && timestampDate(from),
      until: until && timestampDate(until),
    };
    const { events, nextCursor } = await this.administer.events(token, filter, cursor, limit);
    return {
      nextCursor,
      events: events.map(({ id, at, kind, person, origin, about = '', times }) => ({
        id,
        at: timestampFromDate(at),
        kind: toKind(kind),
        personId: person.id,
        personName: person.name,
        client: person.kind === 'client',
        address: origin.address,
        device: origin.label,
        about,
        times,
      })),
    };
  }

  @RpcMethod(method.recordSecurityEvent)
  async record(
    @Payload() { token, kind: number, about, device }: proto.RecordSecurityEventRequest,
  ): Promise<MessageInitShape<typeof proto.RecordSecurityEventResponseSchema>> {
    const kind = kindOf(number);
    if (kind) await this.administer.record(token, kind, about, originOf(device));
    return {};
  }
}
