import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  CafAlertSchema,
  CafFaultSchema,
  CafFileSchema,
  CafPreviewRowSchema,
  CafRunSchema,
  CafSettingsSchema,
  FileScopeSchema,
  LegalCaseSchema,
  PaymentStatementSchema,
  RadiationSchema,
  StatementLineSchema,
  TechnicalStationSchema,
} from '@intervia/contracts';
import {
  ArrearsFilter,
  CafMessage,
  CafRunState,
  CafScheme,
  DropState,
  PaymentStatementState,
} from '@intervia/contracts';
import type { CaseView } from '../../application/legal/legal.handler.js';
import type { StoredAlert, Versioned } from '../../application/ports/stores.js';
import type { StationView } from '../../application/settings/settings.handler.js';
import type { CafFile, DropState as Dropping, FileScope, Run, RunState } from '../../domain/file/records.js';
import type { Message } from '../../domain/layout/layout.js';
import type { RadiationRecord } from '../../domain/radiation/record.js';
import { entryDateOf, nameOf } from '../../domain/selection/person.js';
import type { Row } from '../../domain/selection/row.js';
import type { EntitySettings } from '../../domain/settings/settings.js';
import type { LineRecord, StatementRecord, StatementState } from '../../domain/statement/records.js';
import type { Fault } from '../../domain/values/fault.js';

const SCHEMES = { CAF: CafScheme.CAF, MSA: CafScheme.MSA } as const;
const FILTERS = { MANUAL: ArrearsFilter.MANUAL, LEGAL: ArrearsFilter.LEGAL } as const;

const MESSAGES: Readonly<Record<Message, CafMessage>> = {
  CAF12: CafMessage.CAF12,
  CAF32: CafMessage.CAF32,
  CAF42: CafMessage.CAF42,
};

const RUN_STATES: Readonly<Record<RunState, CafRunState>> = {
  RUNNING: CafRunState.RUNNING,
  BLOCKED: CafRunState.BLOCKED,
  EMPTY: CafRunState.EMPTY,
  CHECKED: CafRunState.CHECKED,
  DONE: CafRunState.DONE,
  FAILED: CafRunState.FAILED,
};

/** Between the part and its name is waiting, to those who read the journal. */
const DROP_STATES: Readonly<Record<Dropping, DropState>> = {
  WAITING: DropState.WAITING,
  RENAMING: DropState.WAITING,
  DROPPED: DropState.DROPPED,
};

const STATEMENT_STATES: Readonly<Record<StatementState, PaymentStatementState>> = {
  READING: PaymentStatementState.READING,
  REFUSED: PaymentStatementState.REFUSED,
  OPEN: PaymentStatementState.OPEN,
  POSTING: PaymentStatementState.POSTING,
  POSTED: PaymentStatementState.POSTED,
};

const namedTexts = (values: Readonly<Record<string, string | number | undefined>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value: String(value ?? '') }));

const namedCounts = (values: Readonly<Record<string, number>>) =>
  Object.entries(values).map(([name, count]) => ({ name, count }));

const at = (date: Date | undefined) => (date ? timestampFromDate(date) : undefined);

export const fromSettings = ({
  value,
  version,
  savedAt,
  savedBy,
}: Versioned<EntitySettings>): MessageInitShape<typeof CafSettingsSchema> => ({
  ...value,
  ...{ version, savedAt: at(savedAt), savedBy },
  organismes: value.organismes.map((one) => ({ ...one, scheme: SCHEMES[one.scheme] })),
  fiscalCodes: value.fiscalCodes.map((one) => ({ ...one })),
  arrearsFilter: FILTERS[value.arrearsFilter],
  fileNames: namedTexts(value.fileNames),
  layouts: namedTexts(value.layouts),
});

export const fromStation = ({
  saved,
  pickupPath,
  statementsPath,
  writable,
}: StationView): MessageInitShape<typeof TechnicalStationSchema> => ({
  ...saved.value,
  ...{ version: saved.version, pickupPath, statementsPath, pickupWritable: writable },
});

export const fromFault = (fault: Fault): MessageInitShape<typeof CafFaultSchema> => ({ ...fault });

export const fromScope = (scope: FileScope): MessageInitShape<typeof FileScopeSchema> => ({
  ...scope,
  message: MESSAGES[scope.message],
});

export const fromFile = (file: CafFile): MessageInitShape<typeof CafFileSchema> => ({
  ...{
    id: file.id,
    scope: fromScope(file.scope),
    bailleur: file.bailleur,
    number: file.number,
    name: file.name,
  },
  ...{ document: file.document, details: file.details, crc32: file.crc32, createdBy: file.createdBy },
  ...{
    total1Cents: BigInt(file.total1Cents),
    total2Cents: BigInt(file.total2Cents),
    createdAt: at(file.createdAt),
  },
  ...{
    state: DROP_STATES[file.state],
    path: file.path,
    droppedAt: at(file.droppedAt),
    attempts: file.attempts,
  },
  ...{
    lastError: file.lastError,
    regeneratedFrom: file.regeneratedFrom,
    excluded: namedCounts(file.excluded),
  },
});

export const fromRun = (run: Run, file?: CafFile): MessageInitShape<typeof CafRunSchema> => ({
  ...{ id: run.id, scope: fromScope(run.scope), state: RUN_STATES[run.state], dry: run.dry },
  ...{ faults: run.faults.map(fromFault), faultCount: run.faultCount, included: run.included },
  ...{
    excluded: namedCounts(run.excluded),
    total1Cents: BigInt(run.total1Cents),
    total2Cents: BigInt(run.total2Cents),
  },
  ...{ startedAt: at(run.startedAt), startedBy: run.startedBy, file: file && fromFile(file) },
  examined: run.examined ?? 0,
});

export function fromRow({
  person,
  exclusion,
  rent,
  values,
  ...row
}: Row): MessageInitShape<typeof CafPreviewRowSchema> {
  const { tenancy, occupant } = person;
  return {
    ...{
      accountId: tenancy.accountId,
      account: tenancy.account,
      leaseId: tenancy.leaseId,
      name: nameOf(occupant),
    },
    ...{ unit: tenancy.unitLabel, exclusion: exclusion ?? '', faults: row.faults.map(fromFault) },
    lines:
      rent?.lines.map(({ label, fiscalCode, cents, counted }) => ({ label, fiscalCode, cents, counted })) ??
      [],
    ...{
      byCodes: rent?.byCodes ?? false,
      rentCents: rent?.rentCents ?? 0,
      chargesCents: rent?.chargesCents ?? 0,
    },
    shareCents: Number(values['rentShare'] ?? values['rent'] ?? 0),
    ...{ entryDate: entryDateOf(person).day ?? '', entryFrom: row.entryFrom },
    ...{ uniqueNumber: occupant.aid?.uniqueNumber ?? '', flatShare: tenancy.flatShare },
    facts: namedTexts(row.facts),
  };
}

export const fromRadiation = (
  record: RadiationRecord,
  fileName: string,
): MessageInitShape<typeof RadiationSchema> => ({
  ...{ id: record.id, leaseId: record.leaving.leaseId, account: record.account, name: record.name },
  ...{ nature: record.nature, reason: record.leaving.reason, noticeDate: record.leaving.noticeDate ?? '' },
  ...{
    noticeEnd: record.leaving.noticeEnd ?? '',
    departedOn: record.leaving.departedOn ?? '',
    state: record.state,
  },
  ...{ why: record.why, fileId: record.fileId, fileName, recordedAt: at(record.recordedAt) },
  ...{ entityId: record.entityId, organisme: record.organisme },
});

export const fromCase = ({
  constituted,
  reported,
  ...one
}: CaseView): MessageInitShape<typeof LegalCaseSchema> => ({
  ...{ id: one.id, leaseId: one.leaseId, account: one.account, name: one.name, unit: one.unit },
  ...{ entityId: one.entityId, rule: constituted?.rule ?? 0, source: constituted?.source ?? '' },
  ...{
    firstDefaultOn: one.firstDefaultOn,
    constitutedOn: constituted?.on ?? '',
    debtCents: BigInt(one.debtCents),
  },
  ...{ withheldCents: BigInt(one.withheldCents), thresholdCents: BigInt(constituted?.thresholdCents ?? 0) },
  ...{ firstMonth: one.firstMonth, lastMonth: one.lastMonth, months: one.months, deadline: one.deadline },
  ...{ daysLeft: one.daysLeft, reportedOn: reported?.on ?? '', reportedBy: reported?.by ?? '' },
  ...{ reportedHow: reported?.how ?? '', proof: reported?.proof, fileId: reported?.fileId ?? '' },
  ...{
    clearedOn: one.clearedOn ?? '',
    scheme: SCHEMES[one.scheme],
    organisme: one.organisme,
    plan: one.plan,
  },
  inCaf32: one.inCaf32,
});

export const fromAlert = ({
  facts,
  unitLabel,
  ...alert
}: StoredAlert): MessageInitShape<typeof CafAlertSchema> => ({
  ...{ kind: alert.kind, leaseId: alert.leaseId, account: alert.account, name: alert.name, unit: unitLabel },
  ...{ since: alert.since, deadline: alert.deadline, offerId: alert.offerId },
  facts: namedTexts(facts),
});

const total = ({
  lines,
  amountCents,
  withheldCents,
}: {
  lines: number;
  amountCents: number;
  withheldCents: number;
}) => ({
  ...{ lines, amountCents: BigInt(amountCents), withheldCents: BigInt(withheldCents) },
});

export const fromStatement = ({
  totals,
  ...one
}: StatementRecord): MessageInitShape<typeof PaymentStatementSchema> => ({
  ...{ id: one.id, state: STATEMENT_STATES[one.state], document: one.document, entityId: one.entityId },
  ...{
    organisme: one.organisme,
    bailleur: one.bailleur,
    aidTypes: [...one.aidTypes],
    months: [...one.months],
  },
  blocks: one.blocks.map(({ number, aidType, date, label, ...block }) => ({
    ...{ number, aidType, date, label, total: total(block) },
  })),
  ...{
    encoding: one.shape?.encoding ?? '',
    lineEnds: one.shape?.lineEnds ?? '',
    importedAt: at(one.importedAt),
  },
  ...{ importedBy: one.importedBy, all: total(totals.all), selected: total(totals.selected) },
  ...{
    unselected: total(totals.unselected),
    unmatched: total(totals.unmatched),
    posted: total(totals.posted),
  },
  ...{ refusalCode: one.problem?.code ?? '', refusalValues: namedTexts(one.problem?.params ?? {}) },
  ...{ validatedAt: at(one.validatedAt), validatedBy: one.validatedBy },
  ...{ linesDone: one.progress?.done ?? 0, linesInAll: one.progress?.of ?? 0 },
});

export const fromLine = ({ tenant, ...line }: LineRecord): MessageInitShape<typeof StatementLineSchema> => ({
  ...{
    id: line.id,
    number: line.number,
    block: line.block,
    aidType: line.aidType,
    reference: line.reference,
  },
  ...{ allocataire: line.allocataire, lastName: line.lastName, firstName: line.firstName, month: line.month },
  ...{
    amountCents: BigInt(line.amountCents),
    withheldCents: BigInt(line.withheldCents),
    selected: line.selected,
  },
  ...{ leaseId: tenant?.leaseId ?? '', sharerId: tenant?.sharerId ?? '', accountId: tenant?.accountId ?? '' },
  ...{ account: tenant?.account ?? '', tenantName: tenant?.name ?? '', matchedBy: line.matchedBy },
  ...{ uniqueNumber: line.uniqueNumber, postingId: line.postingId, postedAt: at(line.postedAt) },
  ...{ balanceAfterCents: BigInt(line.balanceAfterCents), postingError: line.postingError },
  twin: line.twin,
});
