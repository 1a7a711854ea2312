import type { Mission, Ticket } from '../../api/types.js';
import { APPROVALS, QUOTES, TICKET } from '../../fr.js';
import { formatMoment } from '../../lib/dates.js';
import { formatCents } from '../../lib/money.js';
import { StatusBadge } from '../../ui/badges.js';
import { appointmentText } from '../header/header-progress.js';
import classes from '../ticket.module.css';
import { ActionButtons } from './action-buttons.js';
import { partyOfMission } from './parties.js';
import { LinkTools } from './link-tools.js';
import { PartyHead, Simplified } from './party-head.js';

interface Props {
  ticket: Ticket;
  mission: Mission;
  isOnly: boolean;
  isFiltered: boolean;
  onFilter: (on: boolean) => void;
}

/** One contractor: who, how reached, where it stands, and what may be done. */
export function MissionCard({ ticket, mission, isOnly, isFiltered, onFilter }: Props) {
  const { contractor, status, colour, amountCents, readAt } = mission;
  return (
    <section className={classes.panel} aria-label={contractor.name}>
      <PartyHead party={partyOfMission(mission)} person={contractor} />
      {!isOnly && <StatusBadge status={status} colour={colour} />}
      <Lines
        texts={[
          mission.refusedAddresses.length > 0 && TICKET.refusedAddresses(mission.refusedAddresses.join(', ')),
          !isOnly && appointmentText(mission),
          !isOnly && amountCents > 0 && formatCents(amountCents),
          approvalText(mission, ticket),
          isOnly && thresholdText(mission, ticket),
          readAt && TICKET.readAt(formatMoment(readAt)),
          contractor.comment && TICKET.ownInstructions(contractor.comment),
        ]}
      />
      <LinkTools ticketId={ticket.id} holder={{ missionId: mission.id }} name={contractor.name} />
      <Simplified isFiltered={isFiltered} onFilter={onFilter} />
      <ActionButtons missionId={mission.id} isFolded={!isOnly} />
    </section>
  );
}

function Lines({ texts }: { texts: (string | false | undefined)[] }) {
  return texts
    .filter((text) => typeof text === 'string' && text !== '')
    .map((text) => (
      <p key={String(text)} className={`${classes.missionText} pre`}>
        {text}
      </p>
    ));
}

/** "Approbation demandée à Hélène Garnier le 05/03/2026 14:30", or what was answered. */
function approvalText({ approval }: Mission, { correspondents }: Ticket): string | undefined {
  if (!approval) return undefined;
  const { correspondentId, approved, askedAt, answeredAt } = approval;
  const name = correspondents.find(({ id }) => id === correspondentId)?.person?.name ?? '';
  if (!answeredAt) return TICKET.approvalAsked(name, formatMoment(askedAt));
  return TICKET.approvalAnswered(
    approved ? APPROVALS.approved : APPROVALS.rejected,
    name,
    formatMoment(answeredAt),
  );
}

/** Why the owner is to be asked first (of several quotes, their comparison tells it). */
function thresholdText({ amountCents }: Mission, { place, actions }: Ticket): string | undefined {
  const threshold = place?.approvalThresholdCents ?? 0;
  const isToBeAsked = actions.some(({ action }) => action === 'REQUEST_APPROVAL');
  return threshold > 0 && amountCents > threshold && isToBeAsked
    ? QUOTES.threshold(formatCents(threshold))
    : undefined;
}
