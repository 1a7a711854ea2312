import { Alert, Button, Group, List, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { Link } from 'react-router';
import { COMMON } from '../../../fr.js';
import { toLocalInput } from '../../../lib/dates.js';
import { newKey } from '../../../lib/keys.js';
import { formatCents } from '../../../lib/money.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { usePreviewRevision, useReviseRent } from '../../api/tenants.js';
import type { LeaseFile, Revision } from '../../api/types.js';
import { readDay, writeDay } from '../../../lib/typed-day.js';
import { FIELD_FAULTS } from '../../fr/forms.js';
import { REVISION } from '../../fr/revision.js';
import { PROPERTY } from '../../wizards/plan/paths.js';
import { writeQuarter } from '../../forms/quarters.js';
import classes from '../pages.module.css';

interface Props {
  lease: LeaseFile;
  /** Of a month, without charges. */
  rentCents: number;
  onClose: () => void;
}

/** The new rent by its index, shown with its sum before it is applied. */
export function RevisionDialog({ lease, rentCents, onClose }: Props) {
  const [typed, setTyped] = useState(() => writeDay(toLocalInput(new Date())));
  const [key] = useState(newKey);
  const askedOn = readDay(typed) ?? '';
  const preview = usePreviewRevision(lease.id, askedOn);
  const revise = useReviseRent();
  const revision = preview.data;
  const isRefused = (revision?.refusals.length ?? 0) > 0;
  return (
    <Modal opened onClose={onClose} title={REVISION.title} size="lg">
      <Stack>
        {(revise.error ?? preview.error) && <ErrorNotice error={revise.error ?? preview.error} />}
        <p className={classes.lead}>{REVISION.hint}</p>
        <TextInput
          data-autofocus
          label={REVISION.askedOn}
          placeholder={FIELD_FAULTS.dayHint}
          maw={240}
          value={typed}
          error={askedOn === '' ? FIELD_FAULTS.day : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {revision && <Sum revision={revision} rentCents={rentCents} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {COMMON.cancel}
          </Button>
          <Button
            disabled={!revision || isRefused}
            loading={revise.isPending}
            onClick={() =>
              revise.mutate(
                { leaseId: lease.id, version: lease.version, askedOn, key },
                {
                  onSuccess: () => {
                    notifications.show({ message: REVISION.done });
                    onClose();
                  },
                },
              )
            }
          >
            {REVISION.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Sum({ revision, rentCents }: { revision: Revision; rentCents: number }) {
  const { refusals, warnings } = revision;
  if (refusals.length > 0)
    return (
      <Alert color="red" role="alert">
        {REVISION.refused}
        <List size="sm">
          {refusals.map(({ code, detail }) => (
            <List.Item key={code}>
              {detail}{' '}
              {code === 'INDEX_MISSING' && <Link to={`${PROPERTY}/indices`}>{REVISION.indices}</Link>}
            </List.Item>
          ))}
        </List>
      </Alert>
    );
  return (
    <>
      {warnings.map(({ code, detail }) => (
        <Alert key={code} color="orange">
          {detail}
        </Alert>
      ))}
      <div role="status">
        <dl className={classes.facts}>
          <div>
            <dt>{REVISION.old}</dt>
            <dd>{formatCents(rentCents)}</dd>
          </div>
          <div>
            <dt>{REVISION.new}</dt>
            <dd>
              <strong>{formatCents(revision.newRentCents)}</strong>
              <div className={classes.soft}>
                {REVISION.how(
                  formatCents(rentCents),
                  index(revision.newValue),
                  index(revision.referenceValue),
                )}
              </div>
            </dd>
          </div>
          <div>
            <dt>{REVISION.quarter}</dt>
            <dd>{writeQuarter(revision.newQuarter)}</dd>
          </div>
          <div>
            <dt>{REVISION.effectOn}</dt>
            <dd>{writeDay(revision.effectOn)}</dd>
          </div>
          <div>
            <dt>{REVISION.next}</dt>
            <dd>{writeDay(revision.nextRevisionOn)}</dd>
          </div>
        </dl>
      </div>
    </>
  );
}

function index(hundredths: number): string {
  return (hundredths / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
}
