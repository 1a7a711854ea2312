import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Section } from '../../../forms/section.js';
import { newKey } from '../../../lib/keys.js';
import { ConfirmDialog } from '../../../ui/confirm-dialog.js';
import { ErrorNotice } from '../../../ui/error-notice.js';
import { Loading } from '../../../ui/loading.js';
import { useTenant, useWithdrawNotice } from '../../api/tenants.js';
import type { LeaseFile, Notice, TenantFile } from '../../api/types.js';
import type { Option } from '../../forms/field.js';
import { writeDay } from '../../../lib/typed-day.js';
import { NOTICE, TENANT } from '../../fr/pages.js';
import { useMayWrite } from '../../use-may-write.js';
import { PROPERTY } from '../../wizards/plan/paths.js';
import { DepartureDialog } from './departure-dialog.js';
import { DocumentsOf } from '../documents-of.js';
import { NoticeDialog } from './notice-dialog.js';
import { PageFrame } from '../page-frame.js';
import classes from '../pages.module.css';
import { RevisionDialog } from './revision-dialog.js';
import { RentCalls } from './rent-calls.js';
import { Guarantors, RentLines, Sharers, TenantAlarms } from './tenant-parts.js';
import { SharerDialog } from './sharer-dialog.js';
import { TenantFacts } from './tenant-facts.js';

/** A tenant: account, lease, rent call lines, alarms; notice, departure, revision. */
export default function TenantPage() {
  const { leaseId = '' } = useParams();
  const { data: tenant, error, refetch } = useTenant(leaseId);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!tenant?.lease) return <Loading />;
  return <Tenant tenant={tenant} lease={tenant.lease} />;
}

function Tenant({ tenant, lease }: { tenant: TenantFile; lease: LeaseFile }) {
  const { party, unit, building } = tenant;
  const sharers = sharersOf(tenant, lease);
  const nameOf = (sharerId: string): string =>
    sharerId === '' ? TENANT.wholeLease : (sharers.find(([id]) => id === sharerId)?.[1] ?? '');
  return (
    <PageFrame
      title={party?.name ?? ''}
      lead={[unit?.label || unit?.managementCode, building?.name].filter(Boolean).join(', ')}
      back={{ to: `${PROPERTY}/tenants`, text: TENANT.back }}
      aside={<Actions tenant={tenant} lease={lease} sharers={sharers} />}
    >
      <TenantFacts tenant={tenant} lease={lease} />
      <Leaving lease={lease} nameOf={nameOf} />
      <Section title={TENANT.lines}>
        <RentLines lease={lease} />
      </Section>
      <div className={classes.columns}>
        {lease.sharers.length > 0 && (
          <Section title={TENANT.sharers}>
            <Sharers lease={lease} nameOf={nameOf} />
          </Section>
        )}
        <Section title={TENANT.guarantors}>
          <Guarantors lease={lease} nameOf={nameOf} />
        </Section>
        <Section title={TENANT.alarms}>
          <TenantAlarms lease={lease} />
        </Section>
        <Section title={TENANT.documents}>
          <DocumentsOf kind="leases" fileId={lease.id} documents={lease.documents} />
        </Section>
      </div>
      <Section title={TENANT.calls}>
        <RentCalls leaseId={lease.id} />
      </Section>
      {lease.notes && (
        <Section title={TENANT.notes}>
          <p className="pre">{lease.notes}</p>
        </Section>
      )}
    </PageFrame>
  );
}

/** The sharers who are there, by name. */
function sharersOf({ sharerParties }: TenantFile, { sharers }: LeaseFile): Option[] {
  return sharers.map(({ id, partyId }) => [
    id,
    sharerParties.find((party) => party.id === partyId)?.name ?? '',
  ]);
}

interface ActionsProps {
  tenant: TenantFile;
  lease: LeaseFile;
  sharers: readonly Option[];
}

function Actions({ tenant, lease, sharers }: ActionsProps) {
  const [open, setOpen] = useState<'notice' | 'depart' | 'enter' | 'revise'>();
  const mayWrite = useMayWrite();
  const close = (): void => setOpen(undefined);
  if (!mayWrite || lease.leftOn) return null;
  const notice = lease.notices.find(({ sharerId }) => sharerId === '');
  const present = sharers.filter(([id]) => lease.sharers.find((sharer) => sharer.id === id)?.leftOn === '');
  return (
    <Group gap="xs">
      <Button variant="light" onClick={() => setOpen('notice')}>
        {TENANT.actions.notice}
      </Button>
      <Button variant="light" onClick={() => setOpen('depart')}>
        {TENANT.actions.depart}
      </Button>
      {lease.flatShare && (
        <Button variant="light" onClick={() => setOpen('enter')}>
          {TENANT.actions.enter}
        </Button>
      )}
      <Button variant="light" onClick={() => setOpen('revise')}>
        {TENANT.actions.revise}
      </Button>
      {open === 'enter' && <SharerDialog lease={lease} sharers={sharers} onClose={close} />}
      {open === 'notice' && <NoticeDialog lease={lease} sharers={present} onClose={close} />}
      {open === 'depart' && (
        <DepartureDialog
          leaving={[{ leaseId: lease.id, version: lease.version, name: tenant.party?.name ?? '' }]}
          begin={
            notice && { leftOn: notice.leavesOn, reason: notice.reason, newAddress: { ...notice.newAddress } }
          }
          sharers={present}
          onClose={close}
        />
      )}
      {open === 'revise' && <RevisionDialog lease={lease} rentCents={rentOf(lease)} onClose={close} />}
    </Group>
  );
}

/** Without charges: what an index changes. */
function rentOf({ permanentLines }: LeaseFile): number {
  return permanentLines
    .filter(({ kind }) => kind === 'RENT')
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

function Leaving({ lease, nameOf }: { lease: LeaseFile; nameOf: (sharerId: string) => string }) {
  const [withdrawn, setWithdrawn] = useState<Notice>();
  const mayWrite = useMayWrite();
  if (lease.notices.length === 0 && lease.departures.length === 0) return null;
  return (
    <Section title={TENANT.notices}>
      <ul className={classes.plain}>
        {lease.notices.map((notice) => (
          <li key={notice.id}>
            {TENANT.notice(nameOf(notice.sharerId), writeDay(notice.receivedOn), writeDay(notice.leavesOn))}{' '}
            {mayWrite && !lease.departures.some(({ sharerId }) => sharerId === notice.sharerId) && (
              <Button size="compact-xs" variant="default" onClick={() => setWithdrawn(notice)}>
                {TENANT.actions.withdraw}
              </Button>
            )}
          </li>
        ))}
        {lease.departures.map(({ id, sharerId, leftOn }) => (
          <li key={id}>{TENANT.departure(nameOf(sharerId), writeDay(leftOn))}</li>
        ))}
      </ul>
      {withdrawn && <Withdrawal lease={lease} notice={withdrawn} onClose={() => setWithdrawn(undefined)} />}
    </Section>
  );
}

function Withdrawal({ lease, notice, onClose }: { lease: LeaseFile; notice: Notice; onClose: () => void }) {
  const withdraw = useWithdrawNotice();
  const [key] = useState(newKey);
  return (
    <ConfirmDialog
      title={NOTICE.withdrawTitle}
      text={NOTICE.withdrawText}
      confirm={NOTICE.withdraw}
      isPending={withdraw.isPending}
      error={withdraw.error && <ErrorNotice error={withdraw.error} />}
      onConfirm={() =>
        // With the last notice its section goes, and this dialog with it.
        void withdraw
          .mutateAsync({ leaseId: lease.id, noticeId: notice.id, version: lease.version, key })
          .then(
            () => {
              notifications.show({ message: NOTICE.withdrawn });
              onClose();
            },
            () => undefined,
          )
      }
      onClose={onClose}
    />
  );
}
