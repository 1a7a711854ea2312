import { UPLOAD_LIMITS } from '@intervia/rules';
import { Button, NativeSelect, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { documentsOf } from '../../api/uploads/upload-queue.js';
import { CLIENT, CLIENT_REQUEST } from '../../fr.js';
import { ErrorSummary } from '../../forms/error-summary.js';
import { useDraftSaving } from '../../forms/use-draft-saving.js';
import { useSubmission } from '../../forms/use-submission.js';
import { newKey } from '../../lib/keys.js';
import { UploadField } from '../../ui/uploads/upload-field.js';
import { useUploadItems, useUploadQueue } from '../../ui/uploads/use-uploads.js';
import { uploadOfClient, useSendRequest } from '../api/client-api.js';
import type { ClientPlace } from '../../api/types.js';
import { Emergency } from '../emergency.js';
import type { RequestDraft, requestDraft } from './request-draft.js';
import type { TypedRequest } from './typed-request.js';
import { checkRequest, placeGroups, placeValue, toClientRequest, withKnownPlace } from './typed-request.js';

interface Props {
  draft: RequestDraft;
  places: ClientPlace[];
  store: ReturnType<typeof requestDraft>;
}

export function RequestForm({ draft, places, store }: Props) {
  const navigate = useNavigate();
  const queue = useUploadQueue(UPLOAD_LIMITS.files, draft.documents, uploadOfClient);
  const items = useUploadItems(queue);
  const [key, setKey] = useState(draft.key);
  const send = useSendRequest(() => setKey(newKey()));
  const form = useForm<TypedRequest>({
    initialValues: withKnownPlace(draft.values, places),
    validate: checkRequest,
  });
  const save = (): void => store.save({ key, values: form.values, documents: documentsOf(items) });
  useDraftSaving(save, key, form.values, items);
  const { onSubmit, summary, uploadError } = useSubmission({
    form,
    queue,
    mutation: send,
    command: (documents) => {
      // Whoever must sign in again on the way finds it all.
      save();
      return { request: toClientRequest(form.values, documents), key };
    },
    onDone: (answer) => {
      store.end(key);
      if (answer)
        void navigate(`/client/requests/${answer.ticketId}`, { replace: true, state: { isNew: true } });
    },
    title: CLIENT_REQUEST.notSent,
  });
  const place = places.find((one) => placeValue(one) === form.values.place);

  return (
    <form noValidate onSubmit={onSubmit}>
      <Stack>
        <div>
          <Title order={1} size="h3">
            {CLIENT.newRequest}
          </Title>
          <Text mt={4}>{CLIENT_REQUEST.hint}</Text>
        </div>
        <Emergency />
        <ErrorSummary {...summary} />
        <NativeSelect
          label={CLIENT_REQUEST.place}
          description={place?.address ?? (places.every(({ unitId }) => unitId) && CLIENT_REQUEST.unitsOnly)}
          required
          size="md"
          data={[{ value: '', label: CLIENT_REQUEST.choose }, ...placeGroups(places)]}
          {...form.getInputProps('place')}
        />
        <TextInput
          label={CLIENT_REQUEST.subject}
          description={CLIENT_REQUEST.subjectHint}
          required
          size="md"
          {...form.getInputProps('subject')}
        />
        <Textarea
          label={CLIENT_REQUEST.description}
          description={CLIENT_REQUEST.descriptionHint}
          required
          size="md"
          rows={6}
          {...form.getInputProps('description')}
        />
        <UploadField
          label={CLIENT_REQUEST.photos}
          description={CLIENT_REQUEST.photosHint}
          queue={queue}
          maximum={UPLOAD_LIMITS.files}
          error={uploadError ?? form.errors['attachmentIds']}
          camera
          size="md"
        />
        <Text role="status" size="sm">
          {send.isPending && send.failureCount > 0 && CLIENT_REQUEST.retrying}
        </Text>
        <Button type="submit" size="md" loading={send.isPending}>
          {CLIENT_REQUEST.submit}
        </Button>
      </Stack>
    </form>
  );
}
