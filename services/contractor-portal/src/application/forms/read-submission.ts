import { randomUUID } from 'node:crypto';
import type { Document, Fault, FormName } from '../../domain/answer.js';
import type { DocumentSeal } from '../ports/document-seal.js';
import type { FilledForm } from '../ports/page-renderer.js';
import { FILE_FIELDS, KEPT_FIELDS } from './file-fields.js';
import type { FileField } from './file-fields.js';
import type { FormInput } from './form-reader.js';

/** A form as the gateway hands it on. */
export interface Submission {
  token: string;
  form: string;
  fields: readonly { name: string; value: string }[];
  documents: readonly { field: string; document: Document }[];
  problems: readonly Fault[];
  /** Of the one who sent it. */
  address: string;
  userAgent: string;
}

const NONCE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export interface ReadSubmission {
  input: FormInput;
  /** The form to show again when it cannot be accepted; its faults are filled in later. */
  filled: FilledForm;
}

export function readSubmission(form: FormName, submission: Submission, seal: DocumentSeal): ReadSubmission {
  const fields = Map.groupBy(submission.fields, (field) => field.name);
  const values = new Map([...fields].map(([name, all]) => [name, all.map((field) => field.value)]));
  const documents = new Map(
    FILE_FIELDS.map((field) => [
      field,
      documentsOf(field, submission, values.get(KEPT_FIELDS[field]) ?? [], seal),
    ]),
  );
  const nonce = values.get('commandId')?.[0] ?? '';
  const kept = [...documents].map(([field, refs]) => [
    field,
    refs.map((ref) => ({ name: ref.name, size: ref.size, sealed: seal.seal(submission.token, field, ref) })),
  ]);
  return {
    input: { fields: values, documents, problems: submission.problems },
    filled: {
      form,
      values: Object.fromEntries([...values].map(([name, all]) => [name, all[0] ?? ''])),
      faults: [],
      kept: Object.fromEntries(kept) as FilledForm['kept'],
      nonce: NONCE.test(nonce) ? nonce : randomUUID(),
    },
  };
}

function documentsOf(
  field: FileField,
  submission: Submission,
  sealed: string[],
  seal: DocumentSeal,
): Document[] {
  const kept = sealed.flatMap((value) => seal.open(submission.token, field, value) ?? []);
  const uploaded = submission.documents.filter((item) => item.field === field).map((item) => item.document);
  // One invoice only: a file chosen anew takes the place of the one before.
  const all = field === 'invoice' && uploaded.length > 0 ? uploaded : [...kept, ...uploaded];
  return [...new Map(all.map((document) => [document.sha256, document])).values()];
}
