import { Anchor, Button, Checkbox, FileInput, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { Section } from '../../forms/section.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { errorText } from '../../ui/error-text.js';
import { Loading } from '../../ui/loading.js';
import { uploadOne } from '../api/upload-one.js';
import { caseProof, useAlerts, useCases, useOffer, useOfferAnswer, useReport } from '../api/caf.js';
import type { CafAlert, LegalCase } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF, LEGAL } from '../fr.js';
import { Frame } from '../parts/frame.js';
import { day, euros } from '../parts/words.js';
import { toLocalInput } from '../../lib/dates.js';
import { useMayWrite } from '../use-may-write.js';
import { ColumnHeads } from '../../ui/column-heads.js';

/** What the law wants reported, and what has no message. */
export default function LegalPage() {
  const [cleared, setCleared] = useState(false);
  const cases = useCases(cleared);
  const [reported, setReported] = useState<LegalCase>();
  const mayWrite = useMayWrite();
  const { columns } = LEGAL;
  return (
    <Frame title={LEGAL.title} lead={LEGAL.lead}>
      <Checkbox
        label={LEGAL.showCleared}
        mb="md"
        checked={cleared}
        onChange={(event) => setCleared(event.currentTarget.checked)}
      />
      {cases.error && <ErrorNotice error={cases.error} onRetry={() => void cases.refetch()} />}
      {!cases.data && !cases.error && <Loading />}
      {cases.data?.cases.length === 0 && <p className={classes.lead}>{LEGAL.none}</p>}
      {cases.data && cases.data.cases.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <ColumnHeads of={Object.values(columns)} />
            </tr>
          </thead>
          <tbody>
            {cases.data.cases.map((one) => (
              <CaseRow key={one.id} one={one} onReport={mayWrite ? () => setReported(one) : undefined} />
            ))}
          </tbody>
        </table>
      )}
      <Alerts mayWrite={mayWrite} />
      {reported && <ReportDialog one={reported} onClose={() => setReported(undefined)} />}
    </Frame>
  );
}

function CaseRow({ one, onReport }: { one: LegalCase; onReport?: () => void }) {
  const { columns } = LEGAL;
  return (
    <tr>
      <td data-label={columns.tenant}>
        <Anchor component={Link} to={`/property/tenants/${one.leaseId}`}>
          {one.name}
        </Anchor>
        <div className={classes.soft}>
          {[one.account, one.unit, `${one.scheme ?? ''} ${one.organisme}`].filter(Boolean).join(' · ')}
        </div>
      </td>
      <td data-label={columns.debt}>
        {euros(one.debtCents)}
        <div className={classes.soft}>
          {one.months > 0 && `${one.months} mois, ${day(one.firstMonth)} – ${day(one.lastMonth)}`}
          {one.withheldCents !== '0' && (
            <div>
              {LEGAL.withheld} {euros(one.withheldCents)}
            </div>
          )}
          {one.plan && <div>{LEGAL.plan}</div>}
          {one.inCaf32 && <div>{LEGAL.inFile}</div>}
          {one.clearedOn && (
            <div>
              {LEGAL.cleared} {day(one.clearedOn)}
            </div>
          )}
        </div>
      </td>
      <td data-label={columns.rule}>
        {LEGAL.rules[one.rule]}
        <div className={classes.soft}>
          {LEGAL.constituted} {day(one.constitutedOn)}, {LEGAL.firstDefault} {day(one.firstDefaultOn)}
          {one.thresholdCents !== '0' && `, ${LEGAL.threshold} ${euros(one.thresholdCents)}`}
        </div>
        <div className={classes.soft}>{one.source}</div>
      </td>
      <td data-label={columns.deadline}>
        {day(one.deadline)}
        {!one.reportedOn && !one.clearedOn && (
          <div className={one.daysLeft < 15 ? classes.late : classes.soft}>{LEGAL.left(one.daysLeft)}</div>
        )}
      </td>
      <td data-label={columns.reported}>
        {one.reportedOn && (
          <>
            {day(one.reportedOn)}
            <div className={classes.soft}>{[one.reportedHow, one.reportedBy].filter(Boolean).join(', ')}</div>
            {one.proof && <Anchor href={caseProof(one.id)}>{LEGAL.proof}</Anchor>}
          </>
        )}
        {!one.reportedOn && onReport && (
          <Button size="compact-sm" variant="default" onClick={onReport}>
            {LEGAL.report}
          </Button>
        )}
      </td>
    </tr>
  );
}

const today = (): string => toLocalInput(new Date()).slice(0, 'yyyy-mm-dd'.length);

function ReportDialog({ one, onClose }: { one: LegalCase; onClose: () => void }) {
  const report = useReport();
  const [on, setOn] = useState(today);
  const [how, setHow] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<unknown>();
  const save = async (): Promise<void> => {
    try {
      const proofId = file ? await uploadOne(file) : undefined;
      await report.mutateAsync({ id: one.id, reportedOn: on, how, proofId });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Modal opened onClose={onClose} title={`${LEGAL.report} – ${one.name}`}>
      <Stack>
        {error !== undefined && <ErrorNotice error={error} />}
        <TextInput
          type="date"
          label={LEGAL.on}
          required
          value={on}
          max={today()}
          onChange={(e) => setOn(e.currentTarget.value)}
        />
        <TextInput
          label={LEGAL.how}
          value={how}
          maxLength={200}
          onChange={(e) => setHow(e.currentTarget.value)}
        />
        <FileInput
          label={LEGAL.file}
          placeholder={LEGAL.chooseFile}
          accept="application/pdf,image/*"
          value={file}
          onChange={setFile}
          clearable
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {CAF.cancel}
          </Button>
          <Button loading={report.isPending} onClick={() => void save()}>
            {LEGAL.save}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Alerts({ mayWrite }: { mayWrite: boolean }) {
  const { data: alerts, error } = useAlerts();
  const answer = useOfferAnswer();
  return (
    <Section title={LEGAL.alerts}>
      <p className={classes.lead}>{LEGAL.alertsLead}</p>
      {(error ?? answer.error) && <ErrorNotice error={error ?? answer.error} />}
      {alerts?.length === 0 && <p className={classes.soft}>{LEGAL.noAlerts}</p>}
      {alerts && alerts.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{LEGAL.columns.tenant}</th>
              <th scope="col">{LEGAL.toTell}</th>
              <th scope="col">{LEGAL.answer}</th>
            </tr>
          </thead>
          <tbody>
            {alerts.map((alert) => (
              <tr key={alert.kind + alert.leaseId}>
                <td data-label={LEGAL.columns.tenant}>
                  <Anchor component={Link} to={`/property/tenants/${alert.leaseId}`}>
                    {alert.name}
                  </Anchor>
                  <div className={classes.soft}>
                    {[alert.account, alert.unit].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td data-label={LEGAL.toTell}>{alertText(alert)}</td>
                <td>
                  {alert.offerId && mayWrite && (
                    <Group gap="xs">
                      {[true, false].map((accepted) => (
                        <Button
                          key={String(accepted)}
                          size="compact-sm"
                          variant="default"
                          onClick={() => answer.mutate({ id: alert.offerId, answeredOn: today(), accepted })}
                        >
                          {accepted ? LEGAL.accept : LEGAL.decline}
                        </Button>
                      ))}
                    </Group>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && <OfferForm />}
    </Section>
  );
}

function alertText({ kind, since, deadline, facts }: CafAlert): string {
  const fact = (name: string): string => facts.find((one) => one.name === name)?.value ?? '';
  const parts = [LEGAL.kinds[kind] ?? kind];
  if (kind === 'SHARERS_CHANGED') parts.push(LEGAL.sharers(fact('told'), fact('now')));
  else parts.push(`${LEGAL.since} ${day(since)}`);
  if (deadline) parts.push(`${LEGAL.before} ${day(deadline)}`);
  return parts.join(', ');
}

function OfferForm() {
  const offer = useOffer();
  const [account, setAccount] = useState('');
  const [receivedOn, setReceivedOn] = useState(today);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        offer.mutate({ account, receivedOn }, { onSuccess: () => setAccount('') });
      }}
    >
      <div className={classes.grid}>
        <TextInput
          label={LEGAL.offerAccount}
          required
          error={offer.error ? errorText(offer.error) : undefined}
          value={account}
          onChange={(e) => setAccount(e.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={LEGAL.offerOn}
          required
          value={receivedOn}
          max={today()}
          onChange={(e) => setReceivedOn(e.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={offer.isPending}>
          {LEGAL.offer}
        </Button>
      </div>
    </form>
  );
}
