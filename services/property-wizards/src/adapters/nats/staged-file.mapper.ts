import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import {
  AccountFileSchema,
  BuildingFileSchema,
  LeaseFileSchema,
  MandateFileSchema,
  PartyFileSchema,
  RentCallSchema,
  UnitFileSchema,
} from '@intervia/contracts';
import type { PropertyFile, StagedFileSchema } from '@intervia/contracts';
import type { PlannedFile } from '../../domain/save/planned-file.js';
import { fromPlain } from './plain.js';

type Case = NonNullable<PropertyFile['file']['case']>;

const FILES: Readonly<Record<PlannedFile['kind'], readonly [Case, DescMessage]>> = {
  PARTY: ['party', PartyFileSchema],
  ACCOUNT: ['account', AccountFileSchema],
  BUILDING: ['building', BuildingFileSchema],
  UNIT: ['unit', UnitFileSchema],
  MANDATE: ['mandate', MandateFileSchema],
  LEASE: ['lease', LeaseFileSchema],
  RENT_CALL: ['rentCall', RentCallSchema],
};

export function toStagedFile({
  kind,
  record,
  fields,
}: PlannedFile): MessageInitShape<typeof StagedFileSchema> {
  const [name, schema] = FILES[kind];
  const file = { case: name, value: fromPlain(schema, record) } as PropertyFile['file'];
  return { file: { file }, fields: [...fields] };
}
