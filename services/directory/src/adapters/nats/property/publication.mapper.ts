import type { Message } from '@bufbuild/protobuf';
import type { PublishRequest } from '@intervia/contracts';
import { AccountingEntitySchema, ProfessionalCardSchema, SaleFileSchema } from '@intervia/contracts';
import type { AccountingEntity, ProfessionalCard } from '../../../domain/property/entity.js';
import type { FileKind, PropertyFile } from '../../../domain/property/property-file.js';
import { FILE_KINDS } from '../../../domain/property/property-file.js';
import type { SaleFile } from '../../../domain/property/sale.js';
import type { Publication } from '../../../domain/publication.js';
import { fromMessage } from '../../proto/plain.js';
import { FILE_SCHEMAS } from '../../proto/property-file.js';

const listOf = (request: PublishRequest): Readonly<Record<FileKind, readonly Message[]>> => ({
  party: request.partyFiles,
  account: request.accounts,
  building: request.buildingFiles,
  mandate: request.mandates,
  unit: request.unitFiles,
  lease: request.leases,
  rentCall: request.rentCalls,
});

/** The files of rental management that a publication holds. */
export function fromPropertyRecords(
  request: PublishRequest,
): Pick<Publication, 'entities' | 'cards' | 'sales' | 'files'> {
  const lists = listOf(request);
  return {
    entities: request.entities.map((entity) => fromMessage<AccountingEntity>(AccountingEntitySchema, entity)),
    cards: request.cards.map((card) => fromMessage<ProfessionalCard>(ProfessionalCardSchema, card)),
    sales: request.sales.map((sale) => fromMessage<SaleFile>(SaleFileSchema, sale)),
    files: FILE_KINDS.flatMap((kind) =>
      lists[kind].map(
        (message) => ({ kind, record: fromMessage(FILE_SCHEMAS[kind], message) }) as PropertyFile,
      ),
    ),
  };
}
