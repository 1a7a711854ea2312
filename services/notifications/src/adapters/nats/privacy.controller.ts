import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ErasePersonFromMessagesRequest,
  ErasePersonFromMessagesResponseSchema,
  ExportMessagesOfPersonRequest,
  ExportMessagesOfPersonResponseSchema,
} from '@intervia/contracts';
import { NotificationsPrivacyService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import type { PersonMarks } from '@intervia/rules';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonMessages } from '../../application/ports/privacy/person-messages.js';

/** What was sent to somebody, and what came from them. */
@Controller()
export class PrivacyController {
  constructor(private readonly messages: PersonMessages) {}

  @RpcMethod(NotificationsPrivacyService.method.exportMessagesOfPerson)
  async export(
    @Payload() { caller, person, cursor }: ExportMessagesOfPersonRequest,
  ): Promise<MessageInitShape<typeof ExportMessagesOfPersonResponseSchema>> {
    const { records, nextCursor } = await this.messages.page(caller?.agencyId ?? '', toMarks(person), cursor);
    return { recordsJson: records.map((record) => JSON.stringify(record)), nextCursor };
  }

  @RpcMethod(NotificationsPrivacyService.method.erasePersonFromMessages)
  erase(
    @Payload() { caller, person, ticketId }: ErasePersonFromMessagesRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromMessagesResponseSchema>> {
    const agencyId = caller?.agencyId ?? '';
    const marks = toMarks(person);
    return ticketId
      ? this.messages.strikeOutOf(agencyId, marks, ticketId)
      : this.messages.blank(agencyId, marks);
  }
}

function toMarks(person: ErasePersonFromMessagesRequest['person']): PersonMarks {
  const { partyId = '', names = [], mails = [], phones = [] } = person ?? {};
  return { partyId, names, mails, phones };
}
