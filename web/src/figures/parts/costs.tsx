import { Link } from 'react-router';
import type { Figures, Tally } from '../../api/types.js';
import { useModule } from '../../layout/use-module.js';
import { formatCents } from '../../lib/money.js';
import { listAddress, yearWithin } from '../address.js';
import type { Asked } from '../address.js';
import { DASHBOARD, FIGURES, SEGMENTS } from '../fr.js';
import { formatNumber, formatSpan } from '../words.js';
import classes from '../figures.module.css';
import { Chart } from './chart.js';
import { Part } from './frame.js';
import { Lines } from './lines.js';

const DRAWN = 10;
const HOUR = 3_600;

const BY = [
  { name: 'costBuilding', tallies: ({ costByBuilding }: Figures) => costByBuilding, field: 'buildingId' },
  { name: 'costUnit', tallies: ({ costByUnit }: Figures) => costByUnit, field: 'unitId' },
  { name: 'costTrade', tallies: ({ costByTrade }: Figures) => costByTrade, field: 'trade' },
  {
    name: 'costContractor',
    tallies: ({ costByContractor }: Figures) => costByContractor,
    field: 'contractorId',
  },
] as const;

const COLUMN = {
  costBuilding: SEGMENTS.buildingId,
  costUnit: SEGMENTS.unitId,
  costTrade: SEGMENTS.trade,
  costContractor: SEGMENTS.contractorId,
};

interface Props {
  figures: Figures;
  asked: Asked;
}

/** What was invoiced, the dearest first. */
export function Costs({ figures, asked }: Props) {
  return (
    <>
      {BY.map(({ name, tallies, field }) => (
        <Cost key={name} name={name} tallies={tallies(figures)} field={field} asked={asked} />
      ))}
      <UnitYears figures={figures} asked={asked} />
    </>
  );
}

/** What a unit costs from one year to the next. */
function UnitYears({ figures, asked }: Props) {
  const { path } = useModule();
  const rows = figures.costByUnitAndYear;
  if (rows.length === 0) return null;
  return (
    <Part title={DASHBOARD.costUnitYear} note={DASHBOARD.unitYearNote}>
      <Lines
        caption={DASHBOARD.costUnitYear}
        columns={[SEGMENTS.unitId, DASHBOARD.year, DASHBOARD.invoices, DASHBOARD.amount]}
        rows={rows.map(({ unitId, label, year, count, cents }) => ({
          key: `${unitId}-${year}`,
          cells: [
            <Link
              to={listAddress(path, { ...asked, ...yearWithin(asked, year), unitId }, { kind: 'INVOICED' })}
            >
              {label || FIGURES.unknown}
            </Link>,
            ...[year, formatNumber(count), formatCents(cents)],
          ],
        }))}
      />
    </Part>
  );
}

interface CostProps {
  name: (typeof BY)[number]['name'];
  field: (typeof BY)[number]['field'];
  tallies: readonly Tally[];
  asked: Asked;
}

function Cost({ name, field, tallies, asked }: CostProps) {
  const { path } = useModule();
  const lineOf = ({ key, label }: Tally) => {
    const text = label || FIGURES.unknown;
    const value = key === '' && field === 'trade' ? 'NONE' : key;
    if (value === '') return text;
    return <Link to={listAddress(path, { ...asked, [field]: value }, { kind: 'INVOICED' })}>{text}</Link>;
  };
  return (
    <Part title={DASHBOARD[name]}>
      {tallies.length === 0 ? (
        <p className={classes.note}>{FIGURES.none}</p>
      ) : (
        <>
          <Chart
            title={DASHBOARD[name]}
            shape="bars"
            unit={DASHBOARD.amount}
            slices={tallies
              .slice(0, DRAWN)
              .map(({ label, cents }) => ({ label: label || FIGURES.unknown, value: cents / 100 }))}
          />
          <Lines
            caption={DASHBOARD[name]}
            columns={[COLUMN[name], DASHBOARD.invoices, DASHBOARD.amount]}
            rows={tallies.map((tally) => ({
              key: tally.key,
              cells: [lineOf(tally), formatNumber(tally.count), formatCents(tally.cents)],
            }))}
          />
        </>
      )}
    </Part>
  );
}

/** The spread between buildings, the slowest first. */
export function ByBuilding({ figures, asked }: Props) {
  const { path } = useModule();
  const rows = figures.completionByBuilding;
  return (
    <Part title={DASHBOARD.byBuilding}>
      {rows.length === 0 ? (
        <p className={classes.note}>{FIGURES.none}</p>
      ) : (
        <>
          <Chart
            title={DASHBOARD.byBuilding}
            shape="bars"
            unit={DASHBOARD.hoursOf}
            slices={rows.slice(0, DRAWN).map(({ label, spread }) => ({
              ...{ label, value: Math.round((spread?.medianSeconds ?? 0) / HOUR) },
            }))}
          />
          <Lines
            caption={DASHBOARD.byBuilding}
            columns={[DASHBOARD.building, DASHBOARD.measures, DASHBOARD.median, DASHBOARD.p90]}
            rows={rows.map(({ buildingId, label, spread }) => ({
              key: buildingId,
              cells: [
                <Link to={listAddress(path, { ...asked, buildingId }, { kind: 'COMPLETED' })}>
                  {label || FIGURES.unknown}
                </Link>,
                formatNumber(spread?.count ?? 0),
                formatSpan(spread?.medianSeconds, asked.hours),
                formatSpan(spread?.p90Seconds, asked.hours),
              ],
            }))}
          />
        </>
      )}
    </Part>
  );
}
