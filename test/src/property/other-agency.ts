import type { DescField, DescMessage, DescService } from '@bufbuild/protobuf';
import { create, toJsonString } from '@bufbuild/protobuf';
import { PropertyFilesService } from '@intervia/contracts';
import { DraftsService, RegisterService, Wizard } from '@intervia/contracts/property';
import { caller } from './property-stack.js';
import type { PropertyStack } from './property-stack.js';

type Call = (request: unknown) => Promise<never>;

/** Every method of property, called with whatever is known of another agency. @returns what each told */
export async function callsAs(
  foreign: object,
  stack: PropertyStack,
  ids: Readonly<Record<string, string>>,
): Promise<[method: string, answer: string][]> {
  const services: [DescService, unknown][] = [
    [DraftsService, stack.drafts],
    [RegisterService, stack.register],
    [PropertyFilesService, stack.files],
  ];
  const told: [string, string][] = [];
  for (const [service, client] of services) {
    for (const { localName, input, output } of service.methods) {
      const request = create(input, requestOf(input, ids, foreign));
      const call = (client as Record<string, Call>)[localName]!;
      const answer = await call(request).then(
        (message) => toJsonString(output, message),
        (error: Error) => error.message,
      );
      told.push([localName, answer]);
    }
  }
  return told;
}

/** A request that names everything that is known of another agency. */
function requestOf(
  input: DescMessage,
  ids: Readonly<Record<string, string>>,
  foreign: object,
): Record<string, unknown> {
  return Object.fromEntries(
    input.fields.flatMap((field: DescField): [string, unknown][] => {
      const { localName } = field;
      if (localName === 'caller') return [[localName, foreign]];
      if (localName === 'context')
        return [[localName, { caller: foreign, commandId: `foreign-${input.name}` }]];
      if (localName === 'wizard') return [[localName, Wizard.TENANT]];
      if (localName === 'cardId') return [[localName, 'k1']];
      const id = ids[localName];
      if (id === undefined) return [];
      return [[localName, field.fieldKind === 'list' ? [id] : id]];
    }),
  );
}

const bigints = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);

/** What the agency itself sees of those files. */
export async function snapshot(
  stack: PropertyStack,
  ids: Readonly<Record<string, string>>,
): Promise<string[]> {
  const [{ draft }, { files }, { entries }] = await Promise.all([
    stack.drafts.getDraft({ caller, draftId: ids['draftId']! }),
    stack.files.getPropertyFiles({
      caller,
      unitIds: [ids['unitId']!],
      mandateIds: [ids['mandateId']!],
      leaseIds: [ids['leaseId']!],
      accountIds: [ids['accountId']!],
      partyIds: [ids['partyId']!],
    }),
    stack.register.listEntries({ caller, cardId: 'k1', limit: 5 }),
  ]);
  return [JSON.stringify(draft, bigints), JSON.stringify(files, bigints), JSON.stringify(entries, bigints)];
}
