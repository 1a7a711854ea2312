import { Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { CLIENT, CLIENT_REQUEST, COMMON } from '../../fr.js';
import { useClient, usePlaces } from '../api/client-api.js';
import { QueryView } from '../query-view.js';
import { requestDraft } from './request-draft.js';
import { RequestForm } from './request-form.js';

export default function NewRequestPage() {
  useDocumentTitle(`${CLIENT.newRequest} · ${COMMON.product}`);
  const store = requestDraft(useClient().client.id);
  const [draft] = useState(store.load);
  return (
    <QueryView query={usePlaces()}>
      {(places) =>
        places.length === 0 ? (
          <Text>{CLIENT_REQUEST.noPlace}</Text>
        ) : (
          <RequestForm draft={draft} places={places} store={store} />
        )
      }
    </QueryView>
  );
}
