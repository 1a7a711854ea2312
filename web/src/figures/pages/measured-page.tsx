import { Anchor, Badge, Button, Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { COMMON, named, SOURCES, STATUSES, typeName } from '../../fr.js';
import { useModule } from '../../layout/use-module.js';
import { formatDateTime, formatDay } from '../../lib/dates.js';
import { formatCents } from '../../lib/money.js';
import { writeDay } from '../../lib/typed-day.js';
import { TypeBadge } from '../../ui/badges.js';
import { ErrorNotice } from '../../ui/error-notice.js';
import { Loading } from '../../ui/loading.js';
import { listAddress, readBehind, writeAsked } from '../address.js';
import type { Asked, Behind } from '../address.js';
import { PAGE, useDashboard, useMeasuredTickets } from '../api.js';
import { DASHBOARD, FIGURES, KIND_WORDS, MEASURED, SEGMENTS, WAITED } from '../fr.js';
import { AGES } from '../ages.js';
import { useAsked } from '../use-asked.js';
import classes from '../figures.module.css';

/** The tickets behind a figure. What they are stands in the address. */
export default function MeasuredPage() {
  const { path, module } = useModule();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [asked] = useAsked();
  const behind = readBehind(params);
  const { data, error, refetch } = useMeasuredTickets(module, asked, behind);
  const title = KIND_WORDS[behind.kind];
  useDocumentTitle(`${title} · ${COMMON.product}`);
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE));
  const turn = (page: number): void => void navigate(listAddress(path, asked, { ...behind, page }));
  return (
    <div className={classes.page}>
      <Anchor
        component={Link}
        size="sm"
        className={classes.tools}
        to={{ pathname: `/tickets/${path}/figures/dashboard`, search: writeAsked(asked).toString() }}
      >
        {MEASURED.back}
      </Anchor>
      <Title order={1} size="h3">
        {title}
      </Title>
      <p className={classes.lead} role="status">
        {behind.kind !== 'OPEN' && FIGURES.period(writeDay(asked.from), writeDay(asked.until))}
        {behind.kind !== 'OPEN' && data && ' : '}
        {data && FIGURES.tickets(data.total)}
      </p>
      <Filters asked={asked} behind={behind} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.total === 0 && <p className={classes.note}>{MEASURED.none}</p>}
      {data && data.tickets.length > 0 && (
        <div className={classes.scroll} role="region" aria-label={title} tabIndex={0}>
          <table className={`${classes.table} ${classes.tickets}`}>
            <thead>
              <tr>
                {Object.entries(MEASURED.columns).map(([name, column]) => (
                  <th key={name} scope="col" className={name === 'amount' ? undefined : classes.text}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.tickets.map((row) => (
                <tr key={row.ticketId}>
                  <th scope="row">
                    <Link to={`/tickets/${path}/${row.ticketId}`}>{row.number}</Link>
                  </th>
                  <td className={classes.text}>{row.type && <TypeBadge type={row.type} />}</td>
                  <td className={classes.text}>{row.status && named(STATUSES, row.status)}</td>
                  <td className={classes.text}>{row.subject}</td>
                  <td className={classes.text}>{row.placeLabel}</td>
                  <td className={classes.text}>{row.managerName}</td>
                  <td className={classes.text}>{row.contractorNames}</td>
                  <td className={classes.text}>{formatDateTime(row.requestedAt)}</td>
                  <td className={classes.text}>{formatDay(row.closedAt)}</td>
                  <td>{row.invoicedCents > 0 && formatCents(row.invoicedCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pages > 1 && (
        <div className={classes.pages}>
          <Button variant="default" disabled={behind.page <= 1} onClick={() => turn(behind.page - 1)}>
            {MEASURED.previous}
          </Button>
          <span>{MEASURED.page(behind.page, pages)}</span>
          <Button variant="default" disabled={behind.page >= pages} onClick={() => turn(behind.page + 1)}>
            {MEASURED.next}
          </Button>
        </div>
      )}
    </div>
  );
}

/** What the list was narrowed by, in words. */
function Filters({ asked, behind }: { asked: Asked; behind: Behind }) {
  const { module } = useModule();
  // The dashboard that one comes from knows their names.
  const { data } = useDashboard(module, asked);
  const labelOf = (tallies: readonly { key: string; label: string }[] | undefined, key: string) =>
    tallies?.find((tally) => tally.key === key)?.label || FIGURES.unknown;
  const age = AGES[Number(behind.ageBand)];
  const words = [
    asked.buildingId && `${SEGMENTS.buildingId} : ${labelOf(data?.buildings, asked.buildingId)}`,
    asked.unitId && `${SEGMENTS.unitId} : ${labelOf(data?.figures?.costByUnit, asked.unitId)}`,
    asked.managerId && `${SEGMENTS.managerId} : ${labelOf(data?.managers, asked.managerId)}`,
    asked.contractorId && `${SEGMENTS.contractorId} : ${labelOf(data?.contractors, asked.contractorId)}`,
    asked.source && `${SEGMENTS.source} : ${named(SOURCES, asked.source)}`,
    asked.trade && `${SEGMENTS.trade} : ${asked.trade === 'NONE' ? FIGURES.unknown : asked.trade}`,
    asked.urgent && (asked.urgent === 'true' ? SEGMENTS.urgents : SEGMENTS.normal),
    behind.waitedFor && `${MEASURED.waited} : ${WAITED[behind.waitedFor]}`,
    behind.ageBand && age && `${DASHBOARD.age} : ${DASHBOARD.days(age.from, age.until)}`,
    behind.type && typeName(behind.type).long,
  ].filter((word) => word !== '' && word !== undefined);
  if (words.length === 0) return null;
  return (
    <Group gap={6} mb="sm" role="list" aria-label={MEASURED.filters}>
      {words.map((word) => (
        <Badge key={word} role="listitem" variant="default" tt="none" fw={500}>
          {word}
        </Badge>
      ))}
    </Group>
  );
}
