import { Button, Group, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useSignedIn } from '../../api/session.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { useAddQuarter, useIndices } from '../api/indices.js';
import type { IndexQuarter } from '../api/types.js';
import type { Field } from '../forms/field.js';
import { readQuarter } from '../forms/quarters.js';
import { INDICES } from '../fr/revision.js';
import { writeDay } from '../../lib/typed-day.js';
import { PageFrame } from './page-frame.js';
import classes from './pages.module.css';
import { SmallForm } from './small-form.js';

const QUARTERS = [1, 2, 3, 4];
/** The other indices are one for the whole country. */
const OF_TERRITORIES = 'IRL';
const METROPOLITAN = 'FR-MET';

const FIELDS: readonly Field[] = [
  {
    kind: 'text',
    path: 'quarter',
    label: INDICES.quarterField,
    help: INDICES.quarterHint,
    must: true,
    max: 12,
  },
  { kind: 'hundredths', path: 'value', label: INDICES.value, must: true },
  { kind: 'day', path: 'publishedOn', label: INDICES.publishedOn, must: true },
  {
    kind: 'text',
    path: 'source',
    label: INDICES.publication,
    help: INDICES.publicationHint,
    must: true,
    max: 200,
    double: true,
  },
];

/** The published series, year by year; an administrator adds a quarter, with the publication that it was read in. */
export default function IndicesPage() {
  const [index, setIndex] = useState('IRL');
  const [chosen, setTerritory] = useState(METROPOLITAN);
  const territory = index === OF_TERRITORIES ? chosen : METROPOLITAN;
  const [adds, setAdds] = useState(false);
  const { data: quarters = [], error, refetch } = useIndices(index, territory);
  const isAdministrator = useSignedIn().user.role === 'ADMINISTRATOR';
  const years = [...new Set(quarters.map(({ quarter }) => quarter.slice(0, 4)))];
  return (
    <PageFrame title={INDICES.title} lead={INDICES.source}>
      <Group align="end" mb="md">
        <NativeSelect
          label={INDICES.index}
          value={index}
          data={Object.entries(INDICES.names).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setIndex(event.currentTarget.value)}
        />
        {index === OF_TERRITORIES && (
          <NativeSelect
            label={INDICES.territory}
            value={territory}
            data={Object.entries(INDICES.territories).map(([value, label]) => ({ value, label }))}
            onChange={(event) => setTerritory(event.currentTarget.value)}
          />
        )}
        {isAdministrator && <Button onClick={() => setAdds(true)}>{INDICES.add}</Button>}
      </Group>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {years.length === 0 ? (
        <p className={classes.lead}>{isAdministrator ? INDICES.emptyForAdministrator : INDICES.empty}</p>
      ) : (
        <table className={classes.table} aria-label={INDICES.names[index]}>
          <thead>
            <tr>
              <th scope="col">{INDICES.year}</th>
              {QUARTERS.map((quarter) => (
                <th key={quarter} scope="col">
                  {INDICES.quarter(quarter)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year}>
                <td>
                  <strong>{year}</strong>
                </td>
                {QUARTERS.map((quarter) => (
                  <td key={quarter} data-label={INDICES.quarter(quarter)}>
                    <Value quarter={quarters.find((each) => each.quarter === `${year}-Q${quarter}`)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adds && <AddQuarter index={index} territory={territory} onClose={() => setAdds(false)} />}
    </PageFrame>
  );
}

function Value({ quarter }: { quarter: IndexQuarter | undefined }) {
  if (!quarter) return <>–</>;
  return (
    <>
      {(quarter.value / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 })}
      {quarter.addedBy && (
        <div className={classes.soft}>{INDICES.addedBy(quarter.addedBy, writeDay(quarter.addedOn))}</div>
      )}
      {quarter.source && (
        <div className={classes.soft}>{INDICES.readIn(quarter.source, writeDay(quarter.publishedOn))}</div>
      )}
    </>
  );
}

function AddQuarter({
  index,
  territory,
  onClose,
}: {
  index: string;
  territory: string;
  onClose: () => void;
}) {
  return (
    <SmallForm
      title={INDICES.addTo(INDICES.names[index] ?? index)}
      fields={FIELDS}
      mutation={useAddQuarter()}
      prefix="quarter."
      command={({ quarter, value, publishedOn, source }) => ({
        index,
        territory,
        quarter: readQuarter(String(quarter)) ?? String(quarter),
        value: Number(value),
        publishedOn: String(publishedOn),
        source: String(source),
      })}
      submit={INDICES.save}
      done={INDICES.done}
      onClose={onClose}
    >
      <p className={classes.lead}>{INDICES.addHint}</p>
    </SmallForm>
  );
}
