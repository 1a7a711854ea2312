import type { MessageInitShape } from '@bufbuild/protobuf';
import { PropertyPrivacyService } from '@intervia/contracts/property';
import type * as proto from '@intervia/contracts/property';
import { RpcMethod } from '@intervia/messaging';
import type { PersonMarks } from '@intervia/rules';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonHandler } from '../../application/privacy/person.handler.js';
import { actorOf } from './caller.js';

const { method } = PropertyPrivacyService;

/** A draft is up to half a megabyte; an answer on the bus carries one. */
const PAGE_BYTES = 250_000;

@Controller()
export class PrivacyController {
  constructor(private readonly person: PersonHandler) {}

  @RpcMethod(method.exportPersonFromProperty)
  async export(
    @Payload() { caller, person, cursor }: proto.ExportPersonFromPropertyRequest,
  ): Promise<MessageInitShape<typeof proto.ExportPersonFromPropertyResponseSchema>> {
    const start = Number(cursor);
    const recordsJson: string[] = [];
    let bytes = 0;
    let place = 0;
    for await (const record of this.person.export(actorOf(caller).agencyId, toMarks(person))) {
      if (place++ < start) continue;
      const json = JSON.stringify(record);
      bytes += Buffer.byteLength(json);
      if (recordsJson.length > 0 && bytes > PAGE_BYTES) return { recordsJson, nextCursor: String(place - 1) };
      recordsJson.push(json);
    }
    return { recordsJson };
  }

  @RpcMethod(method.erasePersonFromProperty)
  async erase(
    @Payload() { caller, person }: proto.ErasePersonFromPropertyRequest,
  ): Promise<MessageInitShape<typeof proto.ErasePersonFromPropertyResponseSchema>> {
    const { drafts, entriesKept } = await this.person.erase(actorOf(caller).agencyId, toMarks(person));
    return { drafts, registerEntriesKept: entriesKept };
  }
}

function toMarks(person: proto.ErasePersonFromPropertyRequest['person']): PersonMarks {
  const { partyId = '', names = [], mails = [], phones = [] } = person ?? {};
  return { partyId, names, mails, phones };
}
