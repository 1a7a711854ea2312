import { Anchor, Button, Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import type { StatementLine } from '../api/types.js';
import classes from '../caf.module.css';
import { STATEMENTS } from '../fr-statements.js';
import { day, euros } from './words.js';

interface Props {
  statementId: string;
  lines: readonly StatementLine[];
  onSelect?: (line: StatementLine, selected: boolean) => void;
  onAssign?: (line: StatementLine) => void;
}

export function LineTable({ statementId, lines, onSelect, onAssign }: Props) {
  const { line: words } = STATEMENTS;
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.select}</th>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.tenant}</th>
          <th scope="col">{words.month}</th>
          <th scope="col" className={classes.number}>
            {words.amount}
          </th>
          <th scope="col" className={classes.number}>
            {words.withheld}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const name = [line.lastName, line.firstName].filter(Boolean).join(' ');
          const isFixed = line.postingId !== '' || !onSelect;
          return (
            <tr key={line.id}>
              <td>
                <Checkbox
                  aria-label={`${words.select} ${name}`}
                  checked={line.selected}
                  disabled={isFixed}
                  onChange={(event) => onSelect?.(line, event.currentTarget.checked)}
                />
              </td>
              <td data-label={words.name}>
                {name}
                <div className={classes.soft}>
                  {[line.aidType, line.reference, line.allocataire].filter(Boolean).join(' · ')}
                </div>
                {line.twin && line.postingId === '' && (
                  <div className={classes.late}>
                    {STATEMENTS.twin(
                      line.twin.number,
                      line.twin.statementId === statementId ? '' : line.twin.documentName,
                    )}
                  </div>
                )}
              </td>
              <td data-label={words.tenant}>
                <TenantOf line={line} onAssign={onAssign} />
              </td>
              <td data-label={words.month} className={classes.day}>
                {day(line.month)}
              </td>
              <td data-label={words.amount} className={classes.number}>
                {euros(line.amountCents)}
              </td>
              <td data-label={words.withheld} className={classes.number}>
                {line.withheldCents === '0' ? '' : euros(line.withheldCents)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function TenantOf({ line, onAssign }: { line: StatementLine; onAssign?: (line: StatementLine) => void }) {
  const mayAssign = onAssign && line.postingId === '';
  return (
    <>
      {line.account && (
        <>
          <Anchor component={Link} to={`/property/tenants/${line.leaseId}`}>
            {line.tenantName}
          </Anchor>{' '}
          {line.account}
          <div className={classes.soft}>
            {[STATEMENTS.matchedBy[line.matchedBy], STATEMENTS.number[line.uniqueNumber]]
              .filter(Boolean)
              .join(', ')}
          </div>
        </>
      )}
      {line.postingId && (
        <div className={classes.soft}>
          {STATEMENTS.states.POSTED}, {STATEMENTS.balance} {euros(line.balanceAfterCents)}
        </div>
      )}
      {line.postingError && (
        <div className={classes.late}>
          {STATEMENTS.error} {line.postingError}
        </div>
      )}
      {mayAssign && (
        <Button className={classes.screen} size="compact-sm" variant="default" onClick={() => onAssign(line)}>
          {line.account ? STATEMENTS.reassign : STATEMENTS.assign}
        </Button>
      )}
    </>
  );
}
