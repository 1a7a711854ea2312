import type { DescMessage } from '@bufbuild/protobuf';
import {
  GetTenantFileResponseSchema,
  ListAlarmsDueResponseSchema,
  ListCardsResponseSchema,
  ListEntitiesResponseSchema,
  ListLeasesResponseSchema,
  ListMandatesResponseSchema,
  ListRentCallsResponseSchema,
  ListUnitFilesResponseSchema,
  RecordDeparturesResponseSchema,
  SearchPartiesResponseSchema,
  UnitFileRowSchema,
} from '@intervia/contracts';
import {
  CreateDraftsResponseSchema,
  DraftSchema,
  EnterDraftResponseSchema,
  EntrySchema,
  FinalSaveSchema,
  GuarantorSchema,
  IndexQuarterSchema,
  ListDraftsResponseSchema,
  ListEntriesResponseSchema,
  ListIndicesResponseSchema,
  ListRegistersResponseSchema,
  ListRulesResponseSchema,
  PreviewFirstCallResponseSchema,
  PreviewRevisionResponseSchema,
  SaveStepResponseSchema,
  SharerSchema,
  StepContentSchema,
  VerifyResponseSchema,
} from '@intervia/contracts/property';

/** Messages that the routes of property answer with. */
export const PROPERTY_ANSWERS: readonly DescMessage[] = [
  CreateDraftsResponseSchema,
  ListDraftsResponseSchema,
  DraftSchema,
  SaveStepResponseSchema,
  EnterDraftResponseSchema,
  FinalSaveSchema,
  ListRegistersResponseSchema,
  ListEntriesResponseSchema,
  EntrySchema,
  VerifyResponseSchema,
  ListIndicesResponseSchema,
  IndexQuarterSchema,
  ListRulesResponseSchema,
  PreviewFirstCallResponseSchema,
  PreviewRevisionResponseSchema,
  ListEntitiesResponseSchema,
  ListCardsResponseSchema,
  SearchPartiesResponseSchema,
  ListUnitFilesResponseSchema,
  UnitFileRowSchema,
  ListMandatesResponseSchema,
  ListLeasesResponseSchema,
  GetTenantFileResponseSchema,
  ListRentCallsResponseSchema,
  ListAlarmsDueResponseSchema,
  RecordDeparturesResponseSchema,
];

/** Messages that requests carry. */
export const PROPERTY_INPUTS: readonly DescMessage[] = [StepContentSchema, SharerSchema, GuarantorSchema];

const FRENCH = { type: 'string', description: 'In French, to be shown to people.' } as const;

/** What is said beside the fields of a contract: the French of its codes, see `Speech`. */
export const SAID: Readonly<Record<string, Record<string, { type: 'string'; description: string }>>> = {
  PropertyFinding: {
    detail: FRENCH,
    source: { type: 'string', description: 'The article of the law, where it is one.' },
  },
  PropertyComputed: { detail: FRENCH },
  PropertyRegisterFault: { detail: FRENCH },
  DepartureResult: { detail: FRENCH },
};

/** Of them, those whose sentence is always there; a departure has one only when it was refused. */
export const SAID_ALWAYS: ReadonlySet<string> = new Set([
  'PropertyFinding',
  'PropertyComputed',
  'PropertyRegisterFault',
]);
