import { AppError } from '@intervia/rules';
import { LONGEST_NAME, LONGEST_TEXT, Inspector } from '../validation/inspector.js';
import { invalidRequest } from '../values/errors.js';
import type { Annotation, AnnotationContent, Entry, EntryContent } from './record.js';

function assertNone(inspector: Inspector): void {
  const { faults } = inspector.findings;
  if (faults.length > 0) throw invalidRequest(faults.map(({ path, code }) => ({ field: path, code })));
}

/** @throws AppError INVALID_REQUEST with its fields */
export function assertEntry(content: EntryContent, today: string): void {
  const inspector = new Inspector();
  if (inspector.requiredDate('on', content.on)) inspector.notFuture('on', content.on, today);
  inspector.required('mandantName', content.mandantName);
  inspector.texts({ mandantName: content.mandantName, mandantAddress: content.mandantAddress }, LONGEST_NAME);
  inspector.list('places', content.places);
  inspector.text('remarks', content.remarks, LONGEST_TEXT);
  assertNone(inspector);
}

/** @throws AppError INVALID_REQUEST with its fields, ENTRY_ALREADY_ENDED, DATE_BEFORE_ENTRY */
export function assertAnnotation(
  entry: Entry,
  before: readonly Annotation[],
  content: AnnotationContent,
  today: string,
): void {
  const inspector = new Inspector();
  inspector.requiredDate('on', content.on);
  inspector.required('text', content.text);
  inspector.text('text', content.text, LONGEST_TEXT);
  if (content.kind === 'AMENDMENT') inspector.notFuture('on', content.on, today);
  assertNone(inspector);
  if (content.on < entry.content.on)
    throw new AppError('DATE_BEFORE_ENTRY', 'invalid', { on: entry.content.on });
  const ending = before.find((one) => one.content.kind === 'ENDING');
  if (content.kind === 'ENDING' && ending)
    throw new AppError('ENTRY_ALREADY_ENDED', 'conflict', { on: ending.content.on });
}
