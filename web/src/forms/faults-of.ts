import type { ProblemError } from '../api/http/problem.js';
import { FIELD_ERROR } from '../fr.js';

/** The server's faults at our inputs: "place.unitId" and "attachmentIds.2" belong to one each. */
export function faultsOf({ fields }: ProblemError): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ field, detail }) => [
      field.replace(/^(place|attachmentIds|addedAttachmentIds|defaultAttachmentIds)\..*/, '$1'),
      detail ?? FIELD_ERROR,
    ]),
  );
}
