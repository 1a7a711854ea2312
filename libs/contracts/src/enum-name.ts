import type { DescEnum } from '@bufbuild/protobuf';

/** STATUS_CLOSED → CLOSED: the codes that the rooms behind the contracts speak. */
export function enumName(schema: DescEnum, value: number): string {
  const name = schema.value[value]?.name ?? 'UNSPECIFIED';
  return name.slice((schema.sharedPrefix ?? '').length).toUpperCase();
}
