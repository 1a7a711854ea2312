import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useCreateDrafts, useDrafts } from '../api/drafts.js';
import { DRAFTS, WIZARD_TITLES } from '../fr/wizards.js';
import { useMayWrite } from '../use-may-write.js';
import { DraftList } from '../wizards/tenants/draft-list.js';
import { pathOfDraft } from '../wizards/plan/paths.js';
import { PageFrame } from './page-frame.js';

/** Manual, "Brouillons existants": when there are any, their list comes first, with "Créer"; else the wizard begins. */
export default function MandateDraftsPage() {
  const { data: drafts, error, refetch, isFetchedAfterMount } = useDrafts('MANDATE');
  // Under one key: a page that is drawn twice begins one draft.
  const [key] = useState(newKey);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const create = useCreateDrafts();
  const begin = (): void =>
    create.mutate(
      { wizard: 'MANDATE', key },
      {
        onSuccess: ([draft]) =>
          draft && void navigate(pathOfDraft(draft.id), { replace: drafts?.length === 0 }),
      },
    );
  // Not on the word of an earlier visit: a draft may have been kept since.
  const beginAtOnce = isFetchedAfterMount && drafts?.length === 0 && mayWrite;
  const onEmpty = useEffectEvent(begin);
  useEffect(() => {
    if (beginAtOnce) onEmpty();
  }, [beginAtOnce]);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (drafts === undefined || !isFetchedAfterMount || (beginAtOnce && !create.error)) return <Loading />;
  return (
    <PageFrame title={WIZARD_TITLES.MANDATE} lead={DRAFTS.hint}>
      {create.error && <ErrorNotice error={create.error} onRetry={begin} />}
      {mayWrite && (
        <Group mb="md">
          <Button leftSection={<IconPlus size={16} aria-hidden />} loading={create.isPending} onClick={begin}>
            {DRAFTS.create}
          </Button>
        </Group>
      )}
      <DraftList title={DRAFTS.title.MANDATE} drafts={drafts} />
    </PageFrame>
  );
}
