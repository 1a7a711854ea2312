import type {
  CafSettings,
  Caller as ProtoCaller,
  CommandContext,
  DocumentRef as ProtoDocument,
  FileScope as ProtoScope,
  ListFilesRequest,
  ListStatementsRequest,
  TechnicalStation,
} from '@intervia/contracts';
import {
  ArrearsFilter,
  CafMessage,
  CafScheme,
  DropState,
  LineFilter,
  PaymentStatementState,
  RowFilter,
} from '@intervia/contracts';
import { parisInstant, startOfNextParisDay } from '@intervia/french';
import { AppError } from '@intervia/messaging';
import type { Caller, Command } from '../../application/caller.js';
import type { StatementFilter } from '../../application/ports/statements.js';
import type { FileFilter } from '../../application/ports/stores.js';
import type { DocumentRef, FileScope } from '../../domain/file/records.js';
import type { Message } from '../../domain/layout/layout.js';
import { MESSAGES } from '../../domain/layout/layout.js';
import type { EntitySettings, Station } from '../../domain/settings/settings.js';
import type { LineFilter as DomainLineFilter, StatementState } from '../../domain/statement/records.js';
import { isDay } from '../../domain/values/day.js';

export const toCaller = (caller: ProtoCaller | undefined): Caller => ({
  agencyId: caller?.agencyId ?? '',
  userId: caller?.actor?.id ?? '',
  userName: caller?.actor?.name ?? '',
});

export const toCommand = (context: CommandContext | undefined): Command => ({
  caller: toCaller(context?.caller),
  commandId: context?.commandId ?? '',
});

export const toMessage = (message: CafMessage): Message | undefined => MESSAGES[message - CafMessage.CAF12];

export function toScope(scope: ProtoScope | undefined): FileScope {
  const message = toMessage(scope?.message ?? CafMessage.UNSPECIFIED);
  if (!scope || !message)
    throw new AppError('INVALID_REQUEST', 'invalid', {}, [{ field: 'scope', code: 'INVALID' }]);
  const { entityId, organisme, year } = scope;
  return { entityId, organisme, year, message };
}

export function toDocument(document: ProtoDocument | undefined): DocumentRef {
  const { id = '', name = '', mediaType = '', size = 0, sha256 = '' } = document ?? {};
  return { id, name, mediaType, size, sha256 };
}

export const toSettings = (settings: CafSettings): EntitySettings => ({
  entityId: settings.entityId,
  companyName: settings.companyName.trim(),
  siret: plain(settings.siret),
  etablissement: plain(settings.etablissement),
  guichet: plain(settings.guichet),
  compte: plain(settings.compte),
  iban: plain(settings.iban),
  organismes: settings.organismes.map(({ organisme, scheme, label, codeBailleur }) => ({
    ...{ organisme: plain(organisme), label: label.trim(), codeBailleur: plain(codeBailleur) },
    scheme: scheme === CafScheme.MSA ? 'MSA' : 'CAF',
  })),
  fiscalCodes: settings.fiscalCodes.map(({ from, furnished, unfurnished }) => ({
    from,
    furnished,
    unfurnished,
  })),
  noticeSendsP: settings.noticeSendsP,
  arrearsFilter: settings.arrearsFilter === ArrearsFilter.LEGAL ? 'LEGAL' : 'MANUAL',
  environment: settings.environment === 'P' ? 'P' : 'T',
  fileNames: filled(settings.fileNames),
  layouts: filled(settings.layouts),
  stationId: settings.stationId,
});

export const toStation = ({ id, name, pickupFolder, statementsFolder }: TechnicalStation): Station => ({
  ...{ id, name: name.trim(), pickupFolder: pickupFolder.trim(), statementsFolder: statementsFolder.trim() },
});

/** As people type numbers: with spaces. */
const plain = (text: string): string => text.replaceAll(/\s+/g, '').toUpperCase();
const filled = (texts: readonly { name: string; value: string }[]): Record<string, string> =>
  Object.fromEntries(texts.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]));

export const LINE_FILTERS: Readonly<Record<LineFilter, DomainLineFilter>> = {
  [LineFilter.UNSPECIFIED]: 'ALL',
  [LineFilter.SELECTED]: 'SELECTED',
  [LineFilter.UNSELECTED]: 'UNSELECTED',
  [LineFilter.UNMATCHED]: 'UNMATCHED',
  [LineFilter.POSTED]: 'POSTED',
};

export const ROW_FILTERS: Readonly<Record<RowFilter, 'ALL' | 'IN' | 'OUT' | 'FAULTY'>> = {
  [RowFilter.UNSPECIFIED]: 'ALL',
  [RowFilter.IN]: 'IN',
  [RowFilter.OUT]: 'OUT',
  [RowFilter.FAULTY]: 'FAULTY',
};

const STATEMENT_STATES: Readonly<Record<PaymentStatementState, StatementState | undefined>> = {
  [PaymentStatementState.UNSPECIFIED]: undefined,
  [PaymentStatementState.READING]: 'READING',
  [PaymentStatementState.REFUSED]: 'REFUSED',
  [PaymentStatementState.OPEN]: 'OPEN',
  [PaymentStatementState.POSTING]: 'POSTING',
  [PaymentStatementState.POSTED]: 'POSTED',
};

/** Which files of the journal. @throws AppError INVALID_REQUEST for what is no day */
export function toFileFilter(asked: ListFilesRequest): FileFilter {
  const { entityId, organisme, message, state, from, until } = asked;
  return {
    entityId: entityId || undefined,
    message: toMessage(message),
    organisme: organisme || undefined,
    dropped: state === DropState.UNSPECIFIED ? undefined : state === DropState.DROPPED,
    from: from ? midnightOf('from', from) : undefined,
    before: until ? startOfNextParisDay(midnightOf('until', until)) : undefined,
  };
}

export const toStatementFilter = ({ state, month, organisme }: ListStatementsRequest): StatementFilter => ({
  state: STATEMENT_STATES[state],
  month: month || undefined,
  organisme: organisme || undefined,
});

function midnightOf(field: string, day: string): Date {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const midnight = isDay(day) ? parisInstant({ year, month, day: date }) : undefined;
  if (!midnight) throw new AppError('INVALID_REQUEST', 'invalid', {}, [{ field, code: 'INVALID_DATE' }]);
  return midnight;
}

const MOST = 100;
const USUAL = 50;

export const pageOf = ({
  limit,
  cursor,
}: {
  limit: number;
  cursor: string;
}): [number, string | undefined] => [Math.min(limit || USUAL, MOST), cursor || undefined];
