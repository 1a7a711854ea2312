import { Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { AgreementMeans } from '../../../api/types.js';
import { AGREEMENT_MEANS, APPROVALS, FORMS, PRESENCES, UPLOADS } from '../../../fr.js';
import { errorsBelow } from '../../../lib/errors-below.js';
import { PersonFields } from '../../../people/person-fields.js';
import { TimersInput } from '../../../timers/timers-input.js';
import { timersOfType } from '../../../timers/typed-timers.js';
import { DateTimeInput } from '../../../ui/date-time-input.js';
import { RichTextInput } from '../../../ui/rich-text/rich-text-input.js';
import { UploadField } from '../../../ui/uploads/upload-field.js';
import { FILE_FIELDS } from '../specs/action-spec.js';
import type { ActionInputProps } from './action-input-props.js';
import { ApproverInput, InformedInput, PersonsInput, RecipientInput } from './party-inputs.js';

/** What each field of an action looks like. */
export function ActionInput(props: ActionInputProps) {
  const { field, values, label, errors, queues, onChange } = props;
  const error = errors[field];
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
    case 'saidAt':
      return (
        <DateTimeInput
          label={FORMS.saidAt}
          error={error}
          value={values.saidAt}
          onChange={(saidAt) => onChange({ saidAt })}
        />
      );
    case 'means':
      return (
        <NativeSelect
          label={FORMS.means}
          data={Object.entries(AGREEMENT_MEANS).map(([value, words]) => ({ value, label: words }))}
          value={values.means}
          onChange={(e) => onChange({ means: e.currentTarget.value as AgreementMeans })}
        />
      );
    case 'night':
      return (
        <Checkbox
          label={FORMS.night}
          error={error}
          checked={values.night}
          onChange={(e) => onChange({ night: e.currentTarget.checked })}
        />
      );
    case 'durationMinutes':
    case 'lateMinutes':
    case 'amount':
    case 'subject':
      return <TypedLine {...props} field={field} />;
    case 'answer':
      return (
        <Choice
          label={FORMS.answer}
          choices={PRESENCES}
          value={values.answer}
          onChange={(answer) => onChange({ answer })}
        />
      );
    case 'decision':
      return (
        <Choice
          label={FORMS.decision}
          choices={APPROVALS}
          value={values.decision}
          onChange={(decision) => onChange({ decision })}
        />
      );
    case 'direction':
      return (
        <Choice
          label={FORMS.direction}
          choices={FORMS.directions}
          value={values.direction}
          onChange={(direction) => onChange({ direction })}
        />
      );
    case 'proofs':
    case 'invoice':
    case 'quotes':
    case 'signedCopy':
    case 'documents':
    case 'proof':
      return (
        <UploadField
          label={FORMS[field]}
          description={FILE_FIELDS[field] > 1 ? UPLOADS.limits : undefined}
          queue={queues[field]}
          maximum={FILE_FIELDS[field]}
          error={error}
        />
      );
    case 'reason':
    case 'comment':
    case 'text':
      return (
        <Textarea
          label={label ?? FORMS[field]}
          required={field === 'text'}
          autosize
          minRows={field === 'text' ? 4 : 2}
          maxRows={12}
          error={error}
          value={values[field]}
          onChange={(e) => onChange({ [field]: e.currentTarget.value })}
        />
      );
    case 'html':
      return (
        <RichTextInput
          label={FORMS.html}
          error={error}
          value={values.html}
          onChange={(html) => onChange({ html })}
        />
      );
    case 'timers':
      return (
        <TimersInput
          names={timersOfType(true)}
          timers={values.timers}
          errors={errors}
          onChange={(timers) => onChange({ timers })}
        />
      );
    case 'reach':
      return (
        <PersonFields
          title={values.reach.name}
          person={values.reach}
          isKnown
          errors={errorsBelow(errors, 'reach')}
          onChange={(change) => onChange({ reach: { ...values.reach, ...change } })}
        />
      );
    case 'approver':
      return <ApproverInput {...props} />;
    case 'informed':
      return <InformedInput {...props} />;
    case 'recipient':
      return <RecipientInput {...props} />;
    case 'persons':
      return <PersonsInput {...props} />;
    default:
      return field satisfies never;
  }
}

const LINES = {
  durationMinutes: { label: FORMS.duration, inputMode: 'numeric', required: true },
  lateMinutes: { label: FORMS.late, inputMode: 'numeric', required: true },
  amount: { label: FORMS.amount, inputMode: 'decimal', required: false },
  subject: { label: FORMS.subject, inputMode: 'text', required: true },
} as const;

function TypedLine(props: ActionInputProps & { field: keyof typeof LINES }) {
  const { field, label, errors, values, onChange } = props;
  return (
    <TextInput
      {...LINES[field]}
      label={label ?? LINES[field].label}
      rightSection={field === 'amount' ? '€' : undefined}
      error={errors[field]}
      value={values[field]}
      onChange={(e) => onChange({ [field]: e.currentTarget.value })}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  choices: Record<T, string>;
  value: T;
  onChange: (value: T) => void;
}

function Choice<T extends string>({ label, choices, value, onChange }: ChoiceProps<T>) {
  return (
    <Radio.Group label={label} value={value} onChange={(chosen) => onChange(chosen)}>
      <Stack gap={8} mt={6}>
        {Object.entries<string>(choices).map(([name, text]) => (
          <Radio key={name} value={name} label={text} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
