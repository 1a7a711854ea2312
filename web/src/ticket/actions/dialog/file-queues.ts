import { useCallback, useState, useSyncExternalStore } from 'react';
import type { DocumentRef } from '../../../api/types.js';
import { documentsOf, isUnfinished, UploadQueue } from '../../../api/uploads/upload-queue.js';
import { uploadFile } from '../../../api/uploads/uploads.js';
import { FORMS } from '../../../fr.js';
import { FILE_FIELDS } from '../specs/action-spec.js';
import type { ActionErrors, FileField } from '../specs/action-spec.js';

export type FileQueues = Readonly<Record<FileField, UploadQueue>>;

/** One queue per input of files. */
export function useFileQueues(): FileQueues {
  const [queues] = useState(() => eachFile((field) => new UploadQueue(uploadFile, FILE_FIELDS[field])));
  return queues;
}

/** Whether any was chosen, even if it is still on its way. */
export function useHasFiles(queues: FileQueues): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = Object.values(queues).map((queue) => queue.subscribe(changed));
      return () => stops.forEach((stop) => stop());
    },
    [queues],
  );
  return useSyncExternalStore(subscribe, () => Object.values(queues).some(({ items }) => items.length > 0));
}

export function documentsIn(queues: FileQueues): Record<FileField, DocumentRef[]> {
  return eachFile((field) => documentsOf(queues[field].items));
}

export function unfinishedUploads(queues: FileQueues): ActionErrors {
  const errors = eachFile((field) => (isUnfinished(queues[field].items) ? FORMS.uploading : undefined));
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text));
}

function eachFile<T>(make: (field: FileField) => T): Record<FileField, T> {
  const fields = Object.keys(FILE_FIELDS) as FileField[];
  return Object.fromEntries(fields.map((field) => [field, make(field)])) as Record<FileField, T>;
}
