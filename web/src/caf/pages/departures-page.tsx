import { Anchor, Button } from '@mantine/core';
import { Link } from 'react-router';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { useGround, useRadiations, useRun } from '../api/caf.js';
import type { Ground, Radiation, Scope } from '../api/types.js';
import classes from '../caf.module.css';
import { CAF, DEPARTURES, exclusionText } from '../fr.js';
import { faultText } from '../fr-faults.js';
import { Frame } from '../parts/frame.js';
import { RunResult } from '../parts/run-result.js';
import { day } from '../parts/words.js';
import { useMayWrite } from '../use-may-write.js';
import { ColumnHeads } from '../../ui/column-heads.js';

const whyText = (why: string): string => {
  const told = exclusionText(why);
  return told === why ? faultText({ code: why, field: '', value: '', limit: 0 }) : told;
};

/** The caisses of the settings at which somebody's leaving was held back. */
function heldScopes(radiations: readonly Radiation[], ground?: Ground): { scope: Scope; name: string }[] {
  const held = radiations.filter(({ state }) => state === 'EXCLUDED' || state === 'BLOCKED');
  return (ground?.entities ?? []).flatMap(({ id, name, settings }) =>
    (settings?.organismes ?? [])
      .filter(({ scheme, organisme }) => {
        const isOf = (one: Radiation) => one.entityId === id && one.organisme === organisme;
        return scheme === 'CAF' && held.some(isOf);
      })
      .map(({ organisme, label }) => ({
        scope: { entityId: id, message: 'CAF42' as const, organisme },
        name: `${label || organisme}, ${name}`,
      })),
  );
}

/** Manual, "Envoi automatique des fichiers". */
export default function DeparturesPage() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useRadiations();
  const radiations = data?.pages.flatMap((page) => page.radiations);
  const { data: ground } = useGround();
  const run = useRun();
  const mayWrite = useMayWrite();
  const scopes = heldScopes(radiations ?? [], ground);
  const { columns } = DEPARTURES;
  return (
    <Frame title={DEPARTURES.title} lead={DEPARTURES.lead}>
      {(error ?? run.error) && <ErrorNotice error={error ?? run.error} onRetry={() => void refetch()} />}
      {run.data && <RunResult run={run.data} />}
      {mayWrite &&
        scopes.map(({ scope, name }) => (
          <Button
            key={name}
            mb="md"
            mr="xs"
            variant="default"
            loading={run.isPending}
            onClick={() => run.mutate(scope)}
          >
            {DEPARTURES.resend(name)}
          </Button>
        ))}
      {!radiations && !error && <Loading />}
      {radiations?.length === 0 && <p className={classes.lead}>{DEPARTURES.none}</p>}
      {radiations && radiations.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <ColumnHeads of={Object.values(columns)} />
            </tr>
          </thead>
          <tbody>
            {radiations.map((one) => (
              <tr key={one.id}>
                <td data-label={columns.tenant}>
                  <Anchor component={Link} to={`/property/tenants/${one.leaseId}`}>
                    {one.name}
                  </Anchor>
                  <div className={classes.soft}>{one.account}</div>
                </td>
                <td data-label={columns.nature}>{DEPARTURES.natures[one.nature]}</td>
                <td data-label={columns.dates}>
                  {one.noticeDate &&
                    `${DEPARTURES.notice} ${day(one.noticeDate)} ${DEPARTURES.until} ${day(one.noticeEnd)}`}
                  {one.departedOn && (
                    <div>
                      {DEPARTURES.left} {day(one.departedOn)}
                    </div>
                  )}
                </td>
                <td data-label={columns.state}>
                  {DEPARTURES.states[one.state]}
                  <div className={one.why ? classes.late : classes.soft}>
                    {one.why ? whyText(one.why) : one.fileName}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" onClick={() => void fetchNextPage()}>
          {CAF.more}
        </Button>
      )}
    </Frame>
  );
}
