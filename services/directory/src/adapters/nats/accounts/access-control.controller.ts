import type { MessageInitShape } from '@bufbuild/protobuf';
import type * as proto from '@intervia/contracts';
import { AccountsService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { ControlAccessHandler } from '../../../application/accounts/control-access.handler.js';
import { ForbiddenAction } from '../../../domain/accounts/errors.js';
import { ROLES } from '../../../domain/records.js';
import { toUserMessage } from '../answer.mapper.js';
import { fromRights, roleOf, toRole } from '../rights.mapper.js';
import { originOf } from './origin-of.js';

const { method } = AccountsService;

@Controller()
export class AccessControlController {
  constructor(private readonly access: ControlAccessHandler) {}

  @RpcMethod(method.getAccessControl)
  async read(
    @Payload() { token }: proto.GetAccessControlRequest,
  ): Promise<MessageInitShape<typeof proto.GetAccessControlResponseSchema>> {
    const { control, people } = await this.access.read(token);
    return {
      version: control.version,
      roles: ROLES.map((role) => ({ role: toRole(role), decided: control.rules[role] })),
      people: people.map((person) => {
        const { id, name, role, syndic, gerance } = toUserMessage(person);
        return { id, name, role, rights: { syndic, gerance } };
      }),
    };
  }

  @RpcMethod(method.saveRoleAccess)
  async save(
    @Payload() { token, version, role: number, decided, device }: proto.SaveRoleAccessRequest,
  ): Promise<MessageInitShape<typeof proto.SaveRoleAccessResponseSchema>> {
    const role = roleOf(number);
    // A newer gateway's role.
    if (!role) throw new ForbiddenAction();
    const access = decided && {
      syndic: fromRights(decided.syndic),
      gerance: fromRights(decided.gerance),
    };
    await this.access.save(token, { version, role, access }, originOf(device));
    return {};
  }
}
