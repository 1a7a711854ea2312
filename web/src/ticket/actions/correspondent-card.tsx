import type { Correspondent } from '../../api/types.js';
import { CORRESPONDENT_ROLES, named } from '../../fr.js';
import classes from '../ticket.module.css';
import { partyOfCorrespondent } from './parties.js';
import { LinkTools } from './link-tools.js';
import { PartyHead, Simplified } from './party-head.js';

interface Props {
  ticketId: string;
  correspondent: Correspondent;
  isFiltered: boolean;
  onFilter: (on: boolean) => void;
}

/** A third party who is not a contractor: the owner, the president, a tenant… */
export function CorrespondentCard({ ticketId, correspondent, isFiltered, onFilter }: Props) {
  const { person, role } = correspondent;
  if (!person) return null;
  return (
    <section className={classes.panel} aria-label={person.name}>
      <PartyHead party={partyOfCorrespondent(correspondent, person)} person={person} />
      {role && <p className={classes.missionText}>{named(CORRESPONDENT_ROLES, role)}</p>}
      <LinkTools ticketId={ticketId} holder={{ correspondentId: correspondent.id }} name={person.name} />
      <Simplified isFiltered={isFiltered} onFilter={onFilter} />
    </section>
  );
}
