import type { DescEnum } from '@bufbuild/protobuf';
import { enumName } from '@intervia/contracts';
import {
  AnnotationKindSchema,
  ExportFormatSchema,
  FileKindSchema,
  FinalSaveStateSchema,
  LeaseKindSchema,
  MentionSchema,
  ProRataMethodSchema,
  RegisterFaultKindSchema,
  RentIndexSchema,
  SeveritySchema,
  StepSchema,
  WizardSchema,
} from '@intervia/contracts/property';
import type {
  AnnotationKind,
  ExportFormat,
  FileKind,
  FinalSaveState,
  LeaseKind,
  Mention,
  ProRataMethod,
  RegisterFaultKind,
  RentIndex,
  Severity,
  Step,
  Wizard,
} from '@intervia/contracts/property';

import type { Step as StepCode } from '../../domain/forms/content.js';
import type {
  LeaseKind as LeaseKindCode,
  ProRataMethod as ProRataCode,
} from '../../domain/forms/tenant-forms.js';
import type { RegisterFault } from '../../domain/register/verify.js';
import type { FileKind as FileKindCode } from '../../domain/save/save.js';

/** Reads and writes a choice of the contract by its code. Unknown and unset ones are ''. */
function codec<Name extends string, Value extends number>(schema: DescEnum) {
  const byName = new Map(schema.values.map(({ number }) => [enumName(schema, number), number as Value]));
  return {
    read: (value: number): Name | '' => {
      const name = enumName(schema, value);
      return name === 'UNSPECIFIED' ? '' : (name as Name);
    },
    write: (name: Name | ''): Value => byName.get(name) ?? (0 as Value),
  };
}

export const wizard = codec<'MANDATE' | 'TENANT' | 'UNIT', Wizard>(WizardSchema);
export const step = codec<StepCode, Step>(StepSchema);
export const saveState = codec<'RUNNING' | 'DONE' | 'REFUSED', FinalSaveState>(FinalSaveStateSchema);
export const fileKind = codec<FileKindCode, FileKind>(FileKindSchema);
export const mention = codec<'G' | 'T' | 'SYNDIC', Mention>(MentionSchema);
export const annotationKind = codec<'ENDING' | 'AMENDMENT', AnnotationKind>(AnnotationKindSchema);
export const registerFaultKind = codec<RegisterFault['kind'], RegisterFaultKind>(RegisterFaultKindSchema);
export const exportFormat = codec<'PDF' | 'CSV', ExportFormat>(ExportFormatSchema);
export const severity = codec<'REFUSES' | 'WARNS', Severity>(SeveritySchema);
export const rentIndex = codec<'NONE' | 'IRL' | 'ILC' | 'ILAT', RentIndex>(RentIndexSchema);
export const leaseKind = codec<Exclude<LeaseKindCode, ''>, LeaseKind>(LeaseKindSchema);
export const proRataMethod = codec<Exclude<ProRataCode, ''>, ProRataMethod>(ProRataMethodSchema);
