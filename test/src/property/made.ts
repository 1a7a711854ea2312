import { FileKind } from '@intervia/contracts/property';
import type { FinalSave } from '@intervia/contracts/property';
import { caller } from './property-stack.js';
import type { PropertyStack } from './property-stack.js';

const { PARTY, ACCOUNT, UNIT } = FileKind;

/** The first file of a kind that a final save made; empty when there is none. */
export const made = (save: FinalSave, kind: FileKind): string =>
  save.files.find((one) => one.kind === kind)?.id ?? '';

/** Every code that was given, by its kind. */
export async function codesOf(
  stack: PropertyStack,
  saves: readonly FinalSave[],
): Promise<Record<string, string[]>> {
  const codes = { party: [], account: [], building: [], physical: [], management: [] } as Record<
    string,
    string[]
  >;
  for (const one of saves) {
    const { files } = await stack.files.getPropertyFiles({
      caller,
      partyIds: [made(one, PARTY)],
      accountIds: [made(one, ACCOUNT)],
      unitIds: [made(one, UNIT)],
      buildingIds: [made(one, FileKind.BUILDING)],
    });
    for (const { file } of files) {
      if (file.case === 'party') codes['party']?.push(file.value.code);
      if (file.case === 'account') codes['account']?.push(file.value.number);
      if (file.case === 'building') codes['building']?.push(file.value.code);
      if (file.case === 'unit') {
        codes['physical']?.push(file.value.physicalCode);
        codes['management']?.push(file.value.managementCode);
      }
    }
  }
  return codes;
}
