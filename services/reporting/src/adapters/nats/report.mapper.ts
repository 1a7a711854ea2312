import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type * as proto from '@intervia/contracts';
import {
  CarnetChapter,
  CarnetChapterSchema,
  Module,
  ModuleSchema,
  ReportKind,
  ReportKindSchema,
  ReportPart,
  ReportPartSchema,
  ReportState,
  ReportVersion,
  ReportVersionSchema,
  SharedWith,
  enumName,
} from '@intervia/contracts';
import type { Carnet, CarnetChapter as Chapter } from '../../domain/reports/carnet.js';
import type * as domain from '../../domain/reports/report.js';

export function toOrder(request: proto.RequestReportRequest): Omit<domain.ReportOrder, 'requestedAt'> {
  const { context, place, from, until, mail } = request;
  const caller = context?.caller;
  const { id = '', name = '' } = caller?.actor ?? {};
  const { buildingId = '', unitId = '', label = '', address = '', reference = '' } = place ?? {};
  return {
    ...{ id: context?.commandId ?? '', agencyId: caller?.agencyId ?? '', from, until },
    kind: enumName(ReportKindSchema, request.kind || ReportKind.PERIOD) as domain.ReportKind,
    version: enumName(ReportVersionSchema, request.version || ReportVersion.HANDOUT) as domain.ReportVersion,
    module: enumName(ModuleSchema, request.module || Module.SYNDIC),
    place: { buildingId, unitId, label, address, reference },
    parts: request.parts.map((part) => enumName(ReportPartSchema, part) as domain.ReportPart),
    requester: { id, name, mail },
    staffId: caller?.attachedOnly ? id : '',
  };
}

export function toProto(report: domain.Report): MessageInitShape<typeof proto.ReportSchema> {
  const { id, place, from, until, done, total, reason, requester, requestedAt, endedAt, files } = report;
  return {
    ...{ id, place: { ...place }, from, until, done, total, reason },
    kind: ReportKind[report.kind],
    version: ReportVersion[report.version],
    module: Module[report.module as keyof typeof Module],
    parts: report.parts.map((part) => ReportPart[part]),
    state: ReportState[report.state],
    sharedWith: SharedWith[report.sharedWith],
    requestedBy: requester.name,
    requestedAt: timestampFromDate(requestedAt),
    ...(endedAt && { endedAt: timestampFromDate(endedAt) }),
    ...(files && { pdf: files.pdf, xlsx: files.xlsx, csv: files.csv }),
  };
}

export function toCarnet(agencyId: string, carnet: proto.Carnet | undefined): Carnet {
  const { buildingId = '', entries = [], version = 0 } = carnet ?? {};
  return {
    ...{ agencyId, buildingId, version },
    entries: entries.map(({ chapter, subject, company, reference, year, expiresOn, amountCents }) => ({
      chapter: enumName(CarnetChapterSchema, chapter || CarnetChapter.MAJOR_WORKS) as Chapter,
      ...{ subject, company, reference, year, expiresOn, amountCents },
    })),
  };
}

export function fromCarnet({
  buildingId,
  entries,
  version,
}: Carnet): MessageInitShape<typeof proto.CarnetSchema> {
  return {
    ...{ buildingId, version },
    entries: entries.map((entry) => ({ ...entry, chapter: CarnetChapter[entry.chapter] })),
  };
}
