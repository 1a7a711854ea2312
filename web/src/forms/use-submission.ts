import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { ProblemError } from '../api/http/problem.js';
import type { DocumentRef } from '../api/types.js';
import { documentsOf, isUnfinished } from '../api/uploads/upload-queue.js';
import type { UploadQueue } from '../api/uploads/upload-queue.js';
import { CREATION_ERRORS } from '../fr.js';
import { faultsOf } from './faults-of.js';

interface Parts<V, C, R> {
  form: UseFormReturnType<V>;
  /** Of a form with attachments. */
  queue?: UploadQueue;
  mutation: UseMutationResult<R, Error, C>;
  /** Undefined when there is nothing to send. */
  command: (documents: DocumentRef[]) => C | undefined;
  /** Without an answer when nothing had to be sent. */
  onDone: (answer?: R) => void;
  /** What an attempt with faults did not do. */
  title: string;
  /** Takes what somebody else has saved meanwhile. */
  onReload?: () => void;
  /** What else a refusal leads to. */
  onRefused?: (error: Error) => void;
}

/** How a form is sent: checked first; each fault is told at its input, and together in a summary that takes the focus. */
export function useSubmission<V, C, R>(parts: Parts<V, C, R>) {
  const { form, queue, mutation, command, onDone, title, onReload, onRefused } = parts;
  const ref = useRef<HTMLDivElement>(null);
  const [uploadError, setUploadError] = useState<string>();
  const showFaults = (): void => {
    requestAnimationFrame(() => ref.current?.focus());
  };

  /** Of what was typed: files may still be on their way. */
  const isFine = (): boolean => {
    mutation.reset();
    const { hasErrors } = form.validate();
    if (hasErrors) showFaults();
    return !hasErrors;
  };
  const submit = (): void => {
    if (mutation.isPending) return;
    const uploads = isUnfinished(queue?.items ?? []) ? CREATION_ERRORS.uploads : undefined;
    setUploadError(uploads);
    if (!isFine()) return;
    if (uploads) return showFaults();
    const sent = command(documentsOf(queue?.items ?? []));
    if (sent === undefined) return onDone();
    mutation.mutate(sent, {
      onSuccess: (answer) => onDone(answer),
      onError: (error) => {
        if (error instanceof ProblemError) form.setErrors(faultsOf(error));
        showFaults();
        onRefused?.(error);
      },
    });
  };

  return {
    isFine,
    uploadError,
    onSubmit: (event: SubmitEvent): void => {
      event.preventDefault();
      submit();
    },
    /** For ErrorSummary. */
    summary: {
      ref,
      title,
      errors: form.errors,
      uploadError,
      error: mutation.error,
      onRetry: submit,
      onReload,
    },
  };
}
