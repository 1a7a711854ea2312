import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { AnnotationSchema, EntrySchema } from '@intervia/contracts/property';
import type { PrintedEntry } from '../../application/ports/register-printer.js';
import type { Annotation } from '../../domain/register/record.js';
import * as codes from './codes.js';

export const toAnnotation = ({
  content,
  by,
  at,
  hash,
}: Annotation): MessageInitShape<typeof AnnotationSchema> => ({
  kind: codes.annotationKind.write(content.kind),
  on: content.on,
  text: content.text,
  by,
  at: timestampFromDate(at),
  hash,
});

export const toEntry = ({ entry, annotations }: PrintedEntry): MessageInitShape<typeof EntrySchema> => ({
  ...entry.content,
  places: [...entry.content.places],
  number: entry.number,
  enteredAt: timestampFromDate(entry.at),
  enteredBy: entry.by,
  hash: entry.hash,
  annotations: annotations.map(toAnnotation),
});
