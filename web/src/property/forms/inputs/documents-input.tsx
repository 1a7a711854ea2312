import { useEffect, useEffectEvent } from 'react';
import type { DocumentRef } from '../../../api/types.js';
import { documentsOf } from '../../../api/uploads/upload-queue.js';
import { UploadField } from '../../../ui/uploads/upload-field.js';
import { useUploadItems, useUploadQueue } from '../../../ui/uploads/use-uploads.js';
import type { DocumentsField } from '../field.js';
import { DOCUMENTS } from '../../fr/forms.js';
import { isSame } from '../merge.js';
import type { InputProps } from './input-props.js';
import { useField } from './use-field.js';

/** Sent as soon as they are chosen; the draft keeps what has arrived. */
export function DocumentsInput({ field, path }: InputProps<DocumentsField>) {
  const { value, change, input } = useField(field, path);
  const kept = (Array.isArray(value) ? value : []) as DocumentRef[];
  const queue = useUploadQueue(field.maximum, kept);
  const items = useUploadItems(queue);
  const arrived = documentsOf(items);
  const keep = useEffectEvent((documents: DocumentRef[]) => {
    if (!isSame(documents, kept)) change(documents);
  });
  const ids = arrived.map(({ id }) => id).join();
  useEffect(() => keep(documentsOf(queue.items)), [ids, queue]);
  return (
    <UploadField
      label={field.label}
      description={[field.help, DOCUMENTS.limits(field.maximum)].filter(Boolean).join(' ')}
      queue={queue}
      maximum={field.maximum}
      error={input.error}
      camera={field.photos}
      size="sm"
    />
  );
}
