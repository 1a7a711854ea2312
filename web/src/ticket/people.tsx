import type { Person } from '../api/types.js';
import { TICKET } from '../fr.js';
import { compact, formatPhone } from '../lib/phones.js';
import classes from './ticket.module.css';

/** All co-owners may be notified: hundreds. */
const MOST_SHOWN = 2;

export function People({ people }: { people: Person[] }) {
  if (people.length === 0) return <span className="soft">{TICKET.nobody}</span>;
  const rest = people.slice(MOST_SHOWN);
  return (
    <>
      <List people={people.slice(0, MOST_SHOWN)} />
      {rest.length > 0 && (
        <details>
          <summary>{TICKET.andOthers(rest.length)}</summary>
          <List people={rest} />
        </details>
      )}
    </>
  );
}

function List({ people }: { people: Person[] }) {
  return (
    <ul className={classes.people}>
      {people.map((person, index) => (
        <li key={person.partyId || index}>
          <span>{person.name}</span>
          <Reach person={person} />
          {person.comment && <div className="soft pre">{person.comment}</div>}
        </li>
      ))}
    </ul>
  );
}

/** Every way to reach a person, each one click away. */
export function Reach({ person }: { person: Person }) {
  const { mails = [], mobiles = [] } = person.reach ?? {};
  const phones = [...new Set([...mobiles, compact(person.phone)])].filter(Boolean);
  if (mails.length + phones.length === 0) return null;
  return (
    <div className={classes.reach}>
      {phones.map((phone) => (
        <a key={phone} href={`tel:${compact(phone)}`}>
          {formatPhone(phone)}
        </a>
      ))}
      {mails.map((mail) => (
        <a key={mail} href={`mailto:${mail}`}>
          {mail}
        </a>
      ))}
    </div>
  );
}
