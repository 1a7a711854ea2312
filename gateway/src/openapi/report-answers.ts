import type { DescMessage } from '@bufbuild/protobuf';
import {
  CarnetSchema,
  ListReportsResponseSchema,
  ListSharedReportsResponseSchema,
  ReportSchema,
} from '@intervia/contracts';

/** What the routes of reports answer with. */
export const REPORT_ANSWERS: readonly DescMessage[] = [
  CarnetSchema,
  ListReportsResponseSchema,
  ListSharedReportsResponseSchema,
  ReportSchema,
];
