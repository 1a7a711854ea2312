import { Button, Group, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Section } from '../../forms/section.js';
import { newKey } from '../../lib/keys.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useCreateDrafts, useDrafts } from '../api/drafts.js';
import { useActiveMandates } from '../api/files.js';
import { DRAFTS, UNIT_WIZARD, WIZARD_TITLES } from '../fr/wizards.js';
import { writeDay } from '../../lib/typed-day.js';
import { useMayWrite } from '../use-may-write.js';
import { DraftList } from '../wizards/tenants/draft-list.js';
import { pathOfDraft } from '../wizards/plan/paths.js';
import { PageFrame } from './page-frame.js';
import classes from './pages.module.css';

/** Manual, "Nouveau lot", "Étape 0": drafts first, then the choice of one active mandate. */
export default function UnitWizardPage() {
  const { data: drafts, error, refetch } = useDrafts('UNIT');
  const mayWrite = useMayWrite();
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (drafts === undefined) return <Loading />;
  return (
    <PageFrame title={WIZARD_TITLES.UNIT}>
      {drafts.length > 0 && (
        <Section title={DRAFTS.title.UNIT}>
          <DraftList title={DRAFTS.title.UNIT} drafts={drafts} />
        </Section>
      )}
      {mayWrite && (
        <Section title={UNIT_WIZARD.choose}>
          <MandateChoice />
        </Section>
      )}
    </PageFrame>
  );
}

function MandateChoice() {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const { data: mandates, error } = useActiveMandates(search);
  const navigate = useNavigate();
  const create = useCreateDrafts();
  const choose = (mandateId: string): void =>
    create.mutate(
      { wizard: 'UNIT', mandateId, key: newKey() },
      { onSuccess: ([draft]) => draft && void navigate(pathOfDraft(draft.id)) },
    );
  return (
    <>
      <TextInput
        label={UNIT_WIZARD.search}
        placeholder={UNIT_WIZARD.searchHint}
        maw={420}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {(error ?? create.error) && <ErrorNotice error={error ?? create.error} />}
      {mandates?.length === 0 && <p className={classes.lead}>{UNIT_WIZARD.empty}</p>}
      <ul className={classes.choices}>
        {mandates?.map(({ mandate, ownerName, accountNumber }) => {
          if (!mandate) return null;
          const name = UNIT_WIZARD.mandate(mandate.number, ownerName);
          return (
            <li key={mandate.id} onDoubleClick={() => choose(mandate.id)}>
              <div>
                <strong>{name}</strong>
                <div className={classes.soft}>
                  {[mandate.nature, accountNumber, writeDay(mandate.effectOn)].filter(Boolean).join(' · ')}
                </div>
              </div>
              <Group>
                <Button
                  size="xs"
                  variant="light"
                  aria-label={UNIT_WIZARD.select(name)}
                  disabled={create.isPending}
                  onClick={() => choose(mandate.id)}
                >
                  {UNIT_WIZARD.chooseIt}
                </Button>
              </Group>
            </li>
          );
        })}
      </ul>
    </>
  );
}
