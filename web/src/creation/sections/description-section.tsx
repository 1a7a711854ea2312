import { LETTERS } from '@intervia/rules';
import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { CREATION } from '../../fr.js';
import { DateTimeInput } from '../../ui/date-time-input.js';
import type { DraftForm } from '../draft/use-draft-form.js';
import { OngoingTickets } from './ongoing-tickets.js';
import { usePlaceOf } from './use-place-of.js';

interface Props {
  form: DraftForm;
  /** What the requester told stays as it was told. */
  isOpened?: boolean;
  /** The "?" that is being validated. */
  pendingId?: string;
}

/** Manual, "Partie centrale". */
export function DescriptionSection({ form, isOpened = false, pendingId }: Props) {
  const { data: place } = usePlaceOf(form);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={CREATION.subject}
          description={CREATION.subjectHint}
          required
          maxLength={LETTERS.subject}
          {...form.getInputProps('subject')}
        />
        {!isOpened && (
          <DateTimeInput
            label={CREATION.requestedAt}
            description={CREATION.requestedAtHint}
            value={form.values.requestedAt}
            onChange={(typed) => form.setFieldValue('requestedAt', typed)}
            error={form.errors['requestedAt']}
          />
        )}
      </SimpleGrid>
      {!isOpened && (
        <OngoingTickets
          buildingId={place?.building?.id ?? ''}
          subject={form.values.subject}
          exceptId={pendingId}
        />
      )}
      <div>
        <Textarea
          label={CREATION.description}
          description={CREATION.descriptionHint}
          autosize
          minRows={3}
          maxRows={14}
          {...form.getInputProps('description')}
        />
        {place?.digicode && (
          <Text size="sm" mt={4} role="note">
            {CREATION.digicode(place.digicode)}
          </Text>
        )}
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {!isOpened && (
          <Textarea
            label={CREATION.originalDescription}
            description={CREATION.originalHint}
            autosize
            minRows={2}
            maxRows={12}
            {...form.getInputProps('originalDescription')}
          />
        )}
        <Textarea
          label={CREATION.notifiedDescription}
          description={CREATION.notifiedHint}
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('notifiedDescription')}
        />
      </SimpleGrid>
    </>
  );
}
