import type { DescEnum } from '@bufbuild/protobuf';

/** Enums travel in JSON as their proto names without the prefix: `STATUS_CLOSED` ⇄ `CLOSED`. Zero is "absent". */
export function enumNames(desc: DescEnum): string[] {
  return desc.values.filter(({ number }) => number !== 0).map(({ name }) => bareName(desc, name));
}

export function enumName(desc: DescEnum, value: number): string | undefined {
  const known = value === 0 ? undefined : desc.value[value];
  return known && bareName(desc, known.name);
}

/** @returns 0 for a name that is absent; callers validate names before. */
export function enumValue(desc: DescEnum, name: string | undefined): number {
  return desc.values.find((value) => bareName(desc, value.name) === name)?.number ?? 0;
}

function bareName(desc: DescEnum, name: string): string {
  return name.slice(desc.sharedPrefix?.length ?? 0);
}
