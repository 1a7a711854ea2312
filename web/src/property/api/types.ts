/** The names that property's side of the house has for what the gateway answers (`npm run api:types`). */
import type {
  PropertyDraft,
  PropertySaveStepResponse,
  PropertyStepContent,
  PropertyStepState,
} from '../../api/types.js';

export type {
  AccountingEntity,
  DepartureResult,
  DueAlarm,
  FileDocument,
  LeaseFile,
  LeaseRow,
  MandateRow,
  Notice,
  PartyFile,
  ProfessionalCard,
  PropertyComputed as Computed,
  PropertyDraftFault as DraftFault,
  PropertyDraftRow as DraftRow,
  PropertyEntry as Entry,
  PropertyFinalSave as FinalSave,
  PropertyFinding as Finding,
  PropertyIndexQuarter as IndexQuarter,
  PropertyMadeFile as MadeFile,
  PropertyPresence as Presence,
  PropertyPreviewFirstCallResponse as FirstCall,
  PropertyPreviewRevisionResponse as Revision,
  PropertyRegister as Register,
  PropertyVerifyResponse as Verification,
  RentCall,
  RentLine,
  TenantFile,
  UnitFile,
  UnitFileRow as UnitRow,
} from '../../api/types.js';

/** Forms are read by their descriptions: any of them, by the paths of its fields. */
type Forms = { readonly [Form in keyof PropertyStepContent]?: unknown };

export type StepState = Omit<PropertyStepState, 'content'> & {
  content?: Forms & { unread?: Record<string, string> };
};
export type Draft = Omit<PropertyDraft, 'steps'> & { steps: StepState[] };
export type SavedStep = Omit<PropertySaveStepResponse, 'step' | 'others'> & {
  step: StepState;
  others: StepState[];
};
