import { create } from '@bufbuild/protobuf';
import type { DescMessage, MessageInitShape } from '@bufbuild/protobuf';
import type { PropertyFile as PropertyFileMessage } from '@intervia/contracts';
import {
  AccountFileSchema,
  BuildingFileSchema,
  LeaseFileSchema,
  MandateFileSchema,
  PartyFileSchema,
  PropertyFileSchema,
  RentCallSchema,
  TenantFileSchema,
  UnitFileSchema,
} from '@intervia/contracts';
import { InvalidRequest } from '../../domain/property-errors.js';
import type { StagedFile } from '../../domain/staging/staged-file.js';
import type { CafTenant, TenantFile } from '../../domain/tenancy/tenant-file.js';
import type { FileKind, PropertyFile } from '../../domain/property/property-file.js';
import { fromMessage, toMessage } from './plain.js';

export const FILE_SCHEMAS: Readonly<Record<FileKind, DescMessage>> = {
  party: PartyFileSchema,
  account: AccountFileSchema,
  building: BuildingFileSchema,
  mandate: MandateFileSchema,
  unit: UnitFileSchema,
  lease: LeaseFileSchema,
  rentCall: RentCallSchema,
};

export const toFileMessage = ({ kind, record }: PropertyFile): PropertyFileMessage =>
  create(PropertyFileSchema, {
    file: { case: kind, value: toMessage(FILE_SCHEMAS[kind], record) },
  } as MessageInitShape<typeof PropertyFileSchema>);

/** Nothing for a kind of file that a newer caller knows. */
export function fromFileMessage(message: PropertyFileMessage | undefined): PropertyFile | undefined {
  const file = message?.file;
  if (!file?.case) return undefined;
  return { kind: file.case, record: fromMessage(FILE_SCHEMAS[file.case], file.value) } as PropertyFile;
}

export const toTenantMessage = (tenant: TenantFile | CafTenant) => toMessage(TenantFileSchema, tenant);

/** @throws InvalidRequest for what is no file */
export function stagedOf(
  message: PropertyFileMessage | undefined,
  fields: readonly string[],
  path: string,
): StagedFile {
  const file = fromFileMessage(message);
  if (!file) throw new InvalidRequest([{ field: path, code: 'REQUIRED' }]);
  return { file, fields };
}
