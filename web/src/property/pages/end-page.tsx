import { Alert, Button, Group, List, Progress, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { NetworkError } from '../../api/http/problem.js';
import { Section } from '../../forms/section.js';
import { errorText } from '../../ui/error-text.js';
import { newKey } from '../../lib/keys.js';
import { loadDraft, saveDraft } from '../../lib/draft-storage.js';
import { COMMON } from '../../fr.js';
import { Loading } from '../../ui/loading.js';
import { fetchFinalSave, saveFinally, useCreateDrafts } from '../api/drafts.js';
import { propertyKeys } from '../api/keys.js';
import type { FinalSave, MadeFile } from '../api/types.js';
import { AND_THEN, FINISHED } from '../fr/wizards.js';
import { listOf, pathOfDraft, PROPERTY } from '../wizards/plan/paths.js';
import { PageFrame } from './page-frame.js';
import classes from './pages.module.css';

const LOOK_MS = 700;

/** "Enregistrer": makes all files or none, tells how far it is, and offers the tenant. */
export default function EndPage() {
  const { draftId = '' } = useParams();
  const { state } = useLocation() as { state: { begins?: boolean } | null };
  const client = useQueryClient();
  // Kept in the tab: a reload, or a retry after a lost answer, is the same save.
  const [key] = useState(() => keyOf(draftId));
  const [begins] = useState(state?.begins === true);
  const save = useMutation({ mutationFn: () => saveFinally(draftId, key) });
  const begin = useEffectEvent(() => save.mutate());
  useEffect(() => {
    if (begins) begin();
  }, [begins]);
  const followed = useQuery({
    queryKey: ['property', 'final-save', draftId],
    queryFn: () => fetchFinalSave(draftId),
    enabled: !begins || save.isSuccess,
    staleTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.state === 'RUNNING' ? LOOK_MS : false,
  });
  const outcome = followed.data ?? save.data;
  const isDone = outcome?.state === 'DONE';
  useEffect(() => {
    if (isDone) void client.invalidateQueries({ queryKey: propertyKeys.all });
  }, [client, isDone]);
  const error = save.error ?? (followed.data ? undefined : followed.error);
  if (error)
    return (
      <PageFrame title={AND_THEN.title}>
        <Alert color="red" role="alert">
          <Stack gap="xs" align="flex-start">
            {error instanceof NetworkError ? AND_THEN.offline : errorText(error)}
            <Group>
              <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
                {COMMON.retry}
              </Button>
              <Button size="xs" variant="default" component={Link} to={pathOfDraft(draftId)}>
                {FINISHED.back}
              </Button>
            </Group>
          </Stack>
        </Alert>
      </PageFrame>
    );
  if (!outcome) return <Loading />;
  return <Outcome draftId={draftId} outcome={outcome} />;
}

function Outcome({ draftId, outcome }: { draftId: string; outcome: FinalSave }) {
  switch (outcome.state) {
    case 'RUNNING':
      return (
        <PageFrame title={AND_THEN.title}>
          <p role="status">{FINISHED.running(outcome.progress, outcome.total)}</p>
          <Progress
            value={outcome.total ? (100 * outcome.progress) / outcome.total : 0}
            aria-label={FINISHED.progress}
          />
        </PageFrame>
      );
    case 'REFUSED':
      return (
        <PageFrame title={FINISHED.refused}>
          <Alert color="red" role="alert" mb="md">
            {AND_THEN.refused}
            <List size="sm" mt={4}>
              {outcome.faults.map(({ step, itemId, finding }) => (
                <List.Item key={`${step} ${itemId} ${finding.path} ${finding.code}`}>
                  {finding.detail}
                </List.Item>
              ))}
            </List>
          </Alert>
          <Button component={Link} to={pathOfDraft(draftId)}>
            {FINISHED.back}
          </Button>
        </PageFrame>
      );
    case 'DONE':
      return <Done outcome={outcome} />;
    default:
      return outcome.state satisfies never;
  }
}

function Done({ outcome: { files, mandateNumber, unitIds } }: { outcome: FinalSave }) {
  const navigate = useNavigate();
  const create = useCreateDrafts();
  const [key] = useState(newKey);
  const kind = mandateNumber ? 'MANDATE' : unitIds.length > 0 ? 'UNIT' : 'TENANT';
  const accept = (): void =>
    create.mutate(
      { wizard: 'TENANT', unitIds, key },
      {
        onSuccess: ([first, ...others]) =>
          void navigate(first && others.length === 0 ? pathOfDraft(first.id) : listOf('TENANT')),
      },
    );
  return (
    <PageFrame title={FINISHED.title[kind]}>
      <Alert color="green" role="status" mb="md">
        {mandateNumber ? FINISHED.mandate(mandateNumber) : FINISHED.title[kind]}
      </Alert>
      {unitIds.length > 0 && (
        <Section title={FINISHED.offer}>
          {create.error && <Alert color="red">{errorText(create.error)}</Alert>}
          <Group>
            <Button loading={create.isPending} onClick={accept}>
              {FINISHED.accept}
            </Button>
            <Button variant="default" component={Link} to={PROPERTY}>
              {FINISHED.decline}
            </Button>
          </Group>
        </Section>
      )}
      <Section title={FINISHED.files}>
        <ul className={classes.plain}>
          {files.map((file) => (
            <li key={file.id}>
              {FINISHED.kinds[file.kind]} : <FileName file={file} />
            </li>
          ))}
        </ul>
      </Section>
    </PageFrame>
  );
}

const PAGES: Partial<Record<MadeFile['kind'], string>> = { LEASE: 'tenants', UNIT: 'units' };

function FileName({ file: { kind, id, label } }: { file: MadeFile }) {
  const page = PAGES[kind];
  return page ? <Link to={`${PROPERTY}/${page}/${id}`}>{label}</Link> : <>{label}</>;
}

function keyOf(draftId: string): string {
  const name = `final-save.${draftId}`;
  const kept = loadDraft(name);
  if (typeof kept === 'string') return kept;
  const key = newKey();
  saveDraft(name, key);
  return key;
}
