import { timestampDate } from '@bufbuild/protobuf/wkt';
import { TimerKind } from '@intervia/contracts';
import type { Ticket, TimerFiring } from '@intervia/contracts';
import type { ExpectedReminder } from '../../../domain/planning/simulation.js';
import { toCorrespondent, toReminderKind } from './to-fact.js';

const VISITS: Readonly<Partial<Record<TimerKind, 'visit' | 'presence' | 'completion'>>> = {
  [TimerKind.VISIT]: 'visit',
  [TimerKind.PRESENCE]: 'presence',
  [TimerKind.COMPLETION]: 'completion',
};

/** What the tickets service says that its timers will do; whom an approval is asked of is the ticket's to say. */
export function toExpectedReminders(firings: readonly TimerFiring[], ticket?: Ticket): ExpectedReminder[] {
  return firings.flatMap((firing): ExpectedReminder[] => {
    const { kind: timer, missionId, count, maximum } = firing;
    if (!firing.at) return [];
    const at = timestampDate(firing.at);
    const visit = VISITS[timer];
    if (visit) return [{ kind: visit, missionId, at }];
    const kind = toReminderKind(timer);
    const correspondent = kind === 'approval' ? approver(missionId, ticket) : undefined;
    return [{ kind, missionId, at, count, maximum, correspondent }];
  });
}

function approver(missionId: string, ticket: Ticket | undefined) {
  const asked = ticket?.missions.find(({ id }) => id === missionId)?.approval?.correspondentId;
  return toCorrespondent(ticket?.correspondents.find(({ id }) => id === asked));
}
