import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../../forms/section.js';
import { useAlarmsDue, useMarkAlarmDone } from '../api/tenants.js';
import { writeDay } from '../../lib/typed-day.js';
import { ALARMS } from '../fr/pages.js';
import { useMayWrite } from '../use-may-write.js';
import { PROPERTY } from '../wizards/plan/paths.js';
import classes from './pages.module.css';

/** Alarms of present tenants that fall due within a month, the soonest first. */
export function DueAlarms() {
  const { data: alarms = [] } = useAlarmsDue();
  const mayWrite = useMayWrite();
  const mark = useMarkAlarmDone();
  if (alarms.length === 0) return null;
  return (
    <Section title={ALARMS.title}>
      <table className={classes.table} aria-label={ALARMS.title}>
        <thead>
          <tr>
            <th scope="col">{ALARMS.dueOn}</th>
            <th scope="col">{ALARMS.what}</th>
            <th scope="col">{ALARMS.tenant}</th>
            <th scope="col">{ALARMS.unit}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {alarms.map(({ alarm, leaseId, tenantName, unitLabel, buildingName }) =>
            alarm ? (
              <tr key={leaseId + alarm.id}>
                <td data-label={ALARMS.dueOn}>{writeDay(alarm.dueOn)}</td>
                <td>{ALARMS.name(alarm.kind, alarm.label)}</td>
                <td>
                  <Link to={`${PROPERTY}/tenants/${leaseId}`}>{tenantName}</Link>
                </td>
                <td data-label={ALARMS.unit}>{[unitLabel, buildingName].filter(Boolean).join(', ')}</td>
                <td>
                  {mayWrite && (
                    <Button
                      size="compact-xs"
                      variant="light"
                      aria-label={ALARMS.markDone(ALARMS.name(alarm.kind, alarm.label), tenantName)}
                      loading={mark.isPending && mark.variables.alarmId === alarm.id}
                      onClick={() => mark.mutate({ leaseId, alarmId: alarm.id })}
                    >
                      {ALARMS.done}
                    </Button>
                  )}
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </Section>
  );
}
