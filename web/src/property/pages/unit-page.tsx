import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { Section } from '../../forms/section.js';
import { EstimatesSection } from '../../jestimo/estimates-section.js';
import { newKey } from '../../lib/keys.js';
import { formatCents } from '../../lib/money.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useCreateDrafts } from '../api/drafts.js';
import { useUnitFile } from '../api/files.js';
import type { UnitFile } from '../api/types.js';
import { writeDay } from '../../lib/typed-day.js';
import { TENANT, UNIT_PAGE } from '../fr/pages.js';
import { useMayWrite } from '../use-may-write.js';
import { pathOfDraft, PROPERTY } from '../wizards/plan/paths.js';
import { DocumentsOf } from './documents-of.js';
import { PageFrame } from './page-frame.js';
import classes from './pages.module.css';
import { Facts } from './tenant/tenant-facts.js';

const DWELLINGS: ReadonlySet<string | undefined> = new Set(['FLAT', 'HOUSE']);

/** A unit of the base, and what may be begun on it. */
export default function UnitPage() {
  const { unitId = '' } = useParams();
  const { data: row, error, refetch } = useUnitFile(unitId);
  const navigate = useNavigate();
  const mayWrite = useMayWrite();
  const create = useCreateDrafts();
  const [key] = useState(newKey);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (!row?.unit) return <Loading />;
  const { unit, buildingName, buildingAddress, ownerName, tenantNames, leaseIds } = row;
  return (
    <PageFrame
      title={unit.label || unit.managementCode}
      lead={[buildingName, buildingAddress].filter(Boolean).join(', ')}
      aside={
        mayWrite &&
        unit.mandateId !== '' && (
          <Group>
            <Button
              variant="light"
              loading={create.isPending}
              onClick={() =>
                create.mutate(
                  { wizard: 'TENANT', unitIds: [unit.id], key },
                  { onSuccess: ([draft]) => draft && void navigate(pathOfDraft(draft.id)) },
                )
              }
            >
              {UNIT_PAGE.newTenant}
            </Button>
          </Group>
        )
      }
    >
      {create.error && <ErrorNotice error={create.error} />}
      <Section title={UNIT_PAGE.codes}>
        <Facts
          rows={[
            [UNIT_PAGE.physical, unit.physicalCode],
            [UNIT_PAGE.management, unit.managementCode],
            [UNIT_PAGE.owner, ownerName],
            [
              UNIT_PAGE.tenant,
              leaseIds[0] ? (
                <Link to={`${PROPERTY}/tenants/${leaseIds[0]}`}>{tenantNames}</Link>
              ) : (
                UNIT_PAGE.vacant
              ),
            ],
            [UNIT_PAGE.surface, surface(unit.habitableDm2)],
            [UNIT_PAGE.carrez, surface(unit.carrezDm2)],
            [UNIT_PAGE.rooms, unit.rooms || ''],
            [UNIT_PAGE.furnished, unit.furnished ? TENANT.yes : TENANT.no],
            [UNIT_PAGE.taxIdentifier, unit.taxIdentifier],
            [UNIT_PAGE.keys, unit.keyNumbers.join(', ')],
          ]}
        />
      </Section>
      {DWELLINGS.has(unit.kind) && <EstimatesSection unitId={unit.id} />}
      <div className={classes.columns}>
        <Section title={UNIT_PAGE.reference}>
          {unit.referenceLines.length === 0 && <p className={classes.lead}>{TENANT.none}</p>}
          <ul className={classes.plain}>
            {unit.referenceLines.map(({ id, label, amountCents }) => (
              <li key={id}>
                {label} : {formatCents(amountCents)}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={UNIT_PAGE.certificates}>
          <Certificates unit={unit} />
        </Section>
      </div>
      <Section title={UNIT_PAGE.documents}>
        <DocumentsOf kind="units" fileId={unit.id} documents={unit.documents} />
      </Section>
    </PageFrame>
  );
}

function Certificates({ unit: { certificates } }: { unit: UnitFile }) {
  if (certificates.length === 0) return <p className={classes.lead}>{TENANT.none}</p>;
  return (
    <ul className={classes.plain}>
      {certificates.map(({ kind = '', number, madeOn, expiresOn, energyClass }) => (
        <li key={kind + number}>
          {UNIT_PAGE.kinds[kind]}{' '}
          <span className={classes.soft}>
            {[
              number,
              energyClass && `${UNIT_PAGE.class} ${energyClass}`,
              madeOn && `${UNIT_PAGE.madeOn} ${writeDay(madeOn)}`,
              expiresOn && `${UNIT_PAGE.expiresOn} ${writeDay(expiresOn)}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Hundredths of a square metre. */
function surface(hundredths: number): string {
  return hundredths > 0 ? `${(hundredths / 100).toLocaleString('fr-FR')} m²` : '';
}
