import { Alert } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { NetworkError } from '../../../api/http/problem.js';
import { newKey } from '../../../lib/keys.js';
import { errorText } from '../../../ui/error-text.js';
import { fetchFinalSave, saveFinally } from '../../api/drafts.js';
import { propertyKeys } from '../../api/keys.js';
import type { DraftRow, FinalSave } from '../../api/types.js';
import { FIELD_FAULTS } from '../../fr/forms.js';
import { AND_THEN, FINISHED, TENANTS } from '../../fr/wizards.js';
import classes from '../../pages/pages.module.css';
import { nameOfDraft, stepName } from './names.js';
import { pathOfDraft, PROPERTY } from '../plan/paths.js';

const LOOK_MS = 700;

interface Outcome {
  draft: DraftRow;
  save?: FinalSave;
  error?: Error;
}

/** Manual, "Valider les nouveaux locataires": created, and shown in a list afterwards. */
export function useValidateTenants() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (drafts: readonly DraftRow[]) => Promise.all(drafts.map(makeTenant)),
    onSuccess: (outcomes) => {
      const made = outcomes.filter(({ save }) => save?.state === 'DONE').length;
      if (made > 0) notifications.show({ message: TENANTS.made(made) });
      return client.invalidateQueries({ queryKey: propertyKeys.all });
    },
  });
}

/** One tenant by itself: one that is refused keeps nobody out. */
async function makeTenant(draft: DraftRow): Promise<Outcome> {
  try {
    let save = await begin(draft.id, newKey());
    while (save.state === 'RUNNING') {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      save = await fetchFinalSave(draft.id);
    }
    return { draft, save };
  } catch (error) {
    return { draft, error: error instanceof Error ? error : undefined };
  }
}

/** A lost answer is asked for again under its key: it counts once. */
async function begin(id: string, key: string): Promise<FinalSave> {
  try {
    return await saveFinally(id, key);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return saveFinally(id, key);
  }
}

export function Outcomes({ outcomes }: { outcomes: readonly Outcome[] }) {
  const made = outcomes.flatMap(({ save }) => (save?.state === 'DONE' ? save.files : []));
  const leases = made.filter(({ kind }) => kind === 'LEASE');
  const refused = outcomes.filter(({ save }) => save?.state !== 'DONE');
  return (
    <>
      {leases.length > 0 && (
        <Alert color="green" role="status" mb="sm">
          {TENANTS.made(leases.length)}
          <ul className={classes.plain}>
            {leases.map(({ id, label }) => (
              <li key={id}>
                <Link to={`${PROPERTY}/tenants/${id}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {refused.map(({ draft, save, error }) => (
        <Alert key={draft.id} color="red" role="alert" mb="sm">
          {TENANTS.refused(nameOfDraft(draft))}
          {error && <div>{error instanceof NetworkError ? AND_THEN.offline : errorText(error)}</div>}
          {save?.faults.map(({ step, finding }) => (
            <div key={finding.path + finding.code}>
              {FIELD_FAULTS.at(stepName('TENANT', step), finding.detail ?? '')}
            </div>
          ))}
          <Link to={pathOfDraft(draft.id)}>{FINISHED.back}</Link>
        </Alert>
      ))}
    </>
  );
}
