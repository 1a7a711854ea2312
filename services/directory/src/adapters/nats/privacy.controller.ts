import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ErasePersonFromDirectoryRequest,
  ErasePersonFromDirectoryResponseSchema,
  ExportPersonRequest,
  ExportPersonResponseSchema,
  FindPeopleRequest,
  FindPeopleResponseSchema,
} from '@intervia/contracts';
import { DirectoryPrivacyService } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { PersonRecords } from '../../application/ports/person-records.js';
import { queryWords } from '../../domain/search-words.js';
import { agencyOf } from './agency-of.js';

const MOST_FOUND = 10;

/** A file of rental management is up to 200 kB; an answer on the bus holds a few. */
const PAGE_BYTES = 250_000;

/** Who is known to an agency, and what is kept of their account. */
@Controller()
export class PrivacyController {
  constructor(private readonly records: PersonRecords) {}

  @RpcMethod(DirectoryPrivacyService.method.findPeople)
  async find(
    @Payload() request: FindPeopleRequest,
  ): Promise<MessageInitShape<typeof FindPeopleResponseSchema>> {
    const words = queryWords(request.text);
    if (words.length === 0) return {};
    const found = await this.records.find(agencyOf(request), words, MOST_FOUND);
    return {
      people: found.map(({ marks: { partyId, names, mails, phones }, isContractor, isStaff }) => ({
        marks: { partyId, names: [...names], mails: [...mails], phones: [...phones] },
        contractor: isContractor,
        staff: isStaff,
      })),
    };
  }

  @RpcMethod(DirectoryPrivacyService.method.exportPerson)
  async export(
    @Payload() request: ExportPersonRequest,
  ): Promise<MessageInitShape<typeof ExportPersonResponseSchema>> {
    const { partyId, staff, offset } = request;
    const agencyId = agencyOf(request);
    const records = await (staff
      ? this.records.exportStaff(agencyId, partyId)
      : this.records.export(agencyId, partyId));
    const page = withinBudget(records.slice(offset).map((record) => JSON.stringify(record)));
    const next = offset + page.length;
    return { recordsJson: page, nextOffset: next < records.length ? next : 0 };
  }

  @RpcMethod(DirectoryPrivacyService.method.erasePersonFromDirectory)
  async erase(
    @Payload() request: ErasePersonFromDirectoryRequest,
  ): Promise<MessageInitShape<typeof ErasePersonFromDirectoryResponseSchema>> {
    const { partyId, staff } = request;
    const agencyId = agencyOf(request);
    const { isRecordErased, traces } = await (staff
      ? this.records.eraseStaff(agencyId, partyId)
      : this.records.erase(agencyId, partyId));
    return { recordErased: isRecordErased, traces };
  }
}

/** At least one. */
function withinBudget(records: readonly string[]): string[] {
  let bytes = 0;
  return records.filter((record, i) => {
    bytes += Buffer.byteLength(record);
    return i === 0 || bytes <= PAGE_BYTES;
  });
}
