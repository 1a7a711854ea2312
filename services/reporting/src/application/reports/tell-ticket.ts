import type { Trades } from '../../domain/measures/segment.js';
import { tradeOf } from '../../domain/measures/segment.js';
import type { TicketRow } from '../../domain/measures/ticket-row.js';
import { withoutPeople } from '../../domain/reports/handout.js';
import type { Report, ReportPart } from '../../domain/reports/report.js';
import type { Dossier, DossierEntry } from '../dossier.js';
import type { ReportPhoto, ReportTicket } from './report-content.js';

/** A ticket as a report tells it: of the chosen data, what its version may show. Pure. */
export function tellTicket(
  report: Report,
  row: TicketRow,
  dossier: Dossier | undefined,
  trades: Trades,
  photos: AsyncIterable<ReportPhoto>,
): ReportTicket {
  const isHandout = report.version === 'HANDOUT';
  const isPrivate = isHandout && row.unitId !== '' && report.place.unitId === '';
  const has = (part: ReportPart): boolean => report.parts.includes(part) && !isPrivate;
  const typed = (text: string): string => (isHandout ? withoutPeople(text, peopleOf(dossier)) : text);
  return {
    ...{ number: row.number, type: row.type, urgent: row.urgent, isPrivate },
    subject: isPrivate ? '' : typed(row.subject),
    place: isPrivate ? '' : placeOf(report, row),
    requestedAt: row.requestedAt,
    closedAt: row.closedAt,
    description: has('DESCRIPTIONS') ? typed(dossier?.description ?? '') : '',
    missions: missionsOf(report, row, trades),
    history: has('HISTORY') ? historyOf(dossier, isHandout) : [],
    // Coordinates are of those whom it concerns, and of the agency.
    people: has('PEOPLE') && !isHandout ? (dossier?.contacts ?? []) : [],
    photos: has('PHOTOS') ? photos : none(),
  };
}

/** A flat is named in the agency's own version only, or where the report is about it. */
const placeOf = ({ place, version }: Report, row: TicketRow): string =>
  version === 'HANDOUT' && place.unitId === '' ? place.label : row.placeLabel;

function missionsOf({ parts }: Report, row: TicketRow, trades: Trades): ReportTicket['missions'] {
  const [isPaid, isNamed] = [parts.includes('AMOUNTS'), parts.includes('CONTRACTORS')];
  return row.missions
    .filter(({ replaced }) => !replaced)
    .map((mission) => ({
      company: isNamed ? mission.contractorName : '',
      trade: tradeOf(mission, trades),
      quotedCents: isPaid ? mission.quotedCents : 0,
      invoicedCents: isPaid ? mission.invoicedCents : 0,
      completedAt: mission.completedAt,
    }));
}

/** What was said, and to whom, stays inside: facts and their days are left. */
function historyOf(dossier: Dossier | undefined, isHandout: boolean): DossierEntry[] {
  const all = dossier?.history ?? [];
  if (!isHandout) return all;
  return all.map((entry) => ({
    ...entry,
    ...{ text: '', names: [], documentNames: [] },
    actorName: OWN.has(entry.actorKind) ? entry.actorName : '',
  }));
}

/** Those of the agency, and firms. */
const OWN: ReadonlySet<string> = new Set(['USER', 'CONTRACTOR', 'SYSTEM']);

/** Whose names a ticket knows. */
export function peopleOf(dossier: Dossier | undefined): string[] {
  if (!dossier) return [];
  const { contacts, notified, requesterName, place } = dossier;
  return [
    ...contacts.map(({ name }) => name),
    ...notified.map(({ name }) => name),
    requesterName,
    place.ownerName,
  ];
}

async function* none(): AsyncIterable<ReportPhoto> {
  // A private part has none to show.
}
