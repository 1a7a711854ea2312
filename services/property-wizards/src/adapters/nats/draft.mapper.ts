import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  DraftRowSchema,
  DraftSchema,
  FinalSaveSchema,
  FindingSchema,
  PresenceSchema,
  StepStateSchema,
} from '@intervia/contracts/property';
import type { Evaluated } from '../../application/drafts/read-known.js';
import type { SaveView } from '../../application/save/final-save.handler.js';
import { presentOthers } from '../../domain/drafts/draft.js';
import type { Draft, Presence } from '../../domain/drafts/draft.js';
import type { StepView } from '../../domain/drafts/evaluate.js';
import type { Finding } from '../../domain/forms/content.js';
import { progressOf } from '../../domain/save/save.js';
import type { Save } from '../../domain/save/save.js';
import * as codes from './codes.js';
import { writeContent } from './content.mapper.js';

export const toFinding = ({ path, code, params, rule }: Finding): MessageInitShape<typeof FindingSchema> => ({
  path,
  code,
  params: { ...params },
  rule,
});

export const toPresence = ({ user, step, seenAt }: Presence): MessageInitShape<typeof PresenceSchema> => ({
  user,
  step: codes.step.write(step),
  seenAt: timestampFromDate(seenAt),
});

export function toStep({
  state,
  findings,
  computed,
  done,
}: StepView): MessageInitShape<typeof StepStateSchema> {
  const isSaved = state.version > 0;
  return {
    step: codes.step.write(state.step),
    itemId: state.itemId,
    version: state.version,
    done,
    content: writeContent(state.step, state.form, state.unread),
    faults: findings.faults.map(toFinding),
    warnings: findings.warnings.map(toFinding),
    computed: computed.map((one) => ({ ...one, of: { ...one.of } })),
    ...(isSaved ? { savedBy: state.savedBy, savedAt: timestampFromDate(state.savedAt) } : {}),
  };
}

const headOf = (draft: Draft) => ({
  id: draft.id,
  wizard: codes.wizard.write(draft.wizard),
  title: draft.title,
  unitId: draft.unitId,
  mandateId: draft.mandateId,
  resumeStep: codes.step.write(draft.resumeStep),
  resumeItemId: draft.resumeItemId,
  complete: draft.complete,
  createdBy: draft.createdBy,
  createdAt: timestampFromDate(draft.createdAt),
  savedBy: draft.savedBy,
  savedAt: timestampFromDate(draft.savedAt),
  presentTenants: draft.presentTenants,
  about: draft.about,
});

export function toDraftMessage(
  { draft, steps }: Evaluated,
  userId: string,
  now: Date,
): MessageInitShape<typeof DraftSchema> {
  return {
    ...headOf(draft),
    version: draft.version,
    steps: steps.map(toStep),
    presences: presentOthers(draft, userId, now).map(toPresence),
    keepable: draft.keepable,
    ...(draft.save ? { finalSave: toSave({ wizard: draft.wizard, save: draft.save }) } : {}),
  };
}

export const toDraftRow = (
  draft: Draft,
  userId: string,
  now: Date,
): MessageInitShape<typeof DraftRowSchema> => ({
  ...headOf(draft),
  presences: presentOthers(draft, userId, now).map(toPresence),
  finalSave: codes.saveState.write(draft.save?.state ?? ''),
});

export function toSave({ wizard, save }: SaveView): MessageInitShape<typeof FinalSaveSchema> {
  const [progress, total] = progressOf(save, wizard);
  return {
    commandId: save.commandId,
    state: codes.saveState.write(save.state),
    progress,
    total,
    files: filesOf(save),
    faults: save.faults.map(({ step, itemId, finding }) => ({
      step: codes.step.write(step),
      itemId,
      finding: toFinding(finding),
    })),
    mandateNumber: save.mandateNumber,
    unitIds: [...save.unitIds],
    startedAt: timestampFromDate(save.startedAt),
    ...(save.endedAt ? { endedAt: timestampFromDate(save.endedAt) } : {}),
    by: save.by,
  };
}

export const filesOf = ({ files }: Pick<Save, 'files'>) =>
  files.map(({ kind, id, label }) => ({ kind: codes.fileKind.write(kind), id, label }));
