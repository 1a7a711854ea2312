import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { MAX_FILES } from '../../api/upload-limits.js';
import type { UploadQueue } from '../../api/upload-queue.js';
import { FORMS, PRESENCES, UPLOADS } from '../../fr.js';
import { DateTimeInput } from '../../ui/date-time-input.js';
import { UploadField } from '../../ui/uploads/upload-field.js';
import type { ActionField, ActionValues } from './action-specs.js';

interface Props {
  field: ActionField;
  values: ActionValues;
  commentLabel: string | undefined;
  error: string | undefined;
  queues: Record<'proofs' | 'invoice', UploadQueue>;
  onChange: (change: Partial<ActionValues>) => void;
}

/** What each field of an action looks like. */
export function ActionInput({ field, values, commentLabel, error, queues, onChange }: Props) {
  switch (field) {
    case 'start':
      return (
        <DateTimeInput
          label={FORMS.date}
          autoFocus
          error={error}
          value={values.start}
          onChange={(start) => onChange({ start })}
        />
      );
    case 'durationMinutes':
      return (
        <TextInput
          inputMode="numeric"
          label={FORMS.duration}
          required
          error={error}
          value={values.durationMinutes}
          onChange={(e) => onChange({ durationMinutes: e.currentTarget.value })}
        />
      );
    case 'answer':
      return (
        <Radio.Group
          label={FORMS.answer}
          value={values.answer}
          onChange={(answer) => onChange({ answer: answer })}
        >
          <Stack gap={8} mt={6}>
            {Object.entries(PRESENCES).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'lateMinutes':
      return (
        values.answer === 'LATE' && (
          <TextInput
            inputMode="numeric"
            label={FORMS.late}
            required
            error={error}
            value={values.lateMinutes}
            onChange={(e) => onChange({ lateMinutes: e.currentTarget.value })}
          />
        )
      );
    case 'amount':
      return (
        <TextInput
          inputMode="decimal"
          label={FORMS.amount}
          rightSection="€"
          error={error}
          value={values.amount}
          onChange={(e) => onChange({ amount: e.currentTarget.value })}
        />
      );
    case 'proofs':
      return (
        <UploadField
          label={FORMS.proofs}
          description={UPLOADS.limits}
          queue={queues.proofs}
          maximum={MAX_FILES}
          error={error}
        />
      );
    case 'invoice':
      return <UploadField label={FORMS.invoice} queue={queues.invoice} maximum={1} error={error} />;
    case 'reason':
    case 'comment':
      return (
        <Textarea
          label={field === 'reason' ? FORMS.reason : (commentLabel ?? FORMS.comment)}
          autosize
          minRows={2}
          maxRows={8}
          error={error}
          value={values[field]}
          onChange={(e) => onChange({ [field]: e.currentTarget.value })}
        />
      );
    default:
      return field satisfies never;
  }
}
