import { SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { CREATION } from '../fr.js';
import { DateTimeInput } from '../ui/date-time-input.js';
import type { DraftForm } from './use-draft-form.js';
import { usePlaceOf } from './use-place-of.js';

/** Manual, "Partie centrale". */
export function DescriptionSection({ form }: { form: DraftForm }) {
  const { data: place } = usePlaceOf(form);
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={CREATION.subject}
          description={CREATION.subjectHint}
          required
          maxLength={200}
          {...form.getInputProps('subject')}
        />
        <DateTimeInput
          label={CREATION.requestedAt}
          description={CREATION.requestedAtHint}
          value={form.values.requestedAt}
          onChange={(typed) => form.setFieldValue('requestedAt', typed)}
          error={form.errors['requestedAt']}
        />
      </SimpleGrid>
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
        <Textarea
          label={CREATION.originalDescription}
          description={CREATION.originalHint}
          autosize
          minRows={2}
          maxRows={12}
          {...form.getInputProps('originalDescription')}
        />
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
