import { PresenceAnswer } from '@intervia/contracts';
import type { Life } from './life.js';

/** How often a life is lived, and how; `nth` tells those of one kind apart. */
export interface Kind {
  readonly times: number;
  readonly quote: boolean;
  readonly contractors: number;
  /** Wants a common part, or a flat. */
  readonly syndic?: boolean;
  readonly live: (life: Life, nth: number) => Life;
}

const order = (times: number, live: Kind['live']): Kind => ({ times, quote: false, contractors: 1, live });
const quote = (times: number, live: Kind['live'], contractors = 1): Kind => ({
  times,
  quote: true,
  contractors,
  live,
});

const accepted = (life: Life, day: number, start: Date): Life => life.opened(day - 1).accepted(day, start);
const quoted = (life: Life, day: number): Life => life.opened(day - 3).quoted(day);
const done = (life: Life, day: number): Life =>
  accepted(life, day - 2, life.days.visit(day, 9)).completed(day);
const agreed = (life: Life, day: number): Life =>
  quoted(life, day - 2)
    .approvalAsked(day - 2)
    .answered(day - 1, true, 'D’accord pour ces travaux.')
    .quoteAccepted(day);

/** Working days: spread over about 22 months. */
const longAgo = (nth: number, times: number): number => -Math.round(((nth + 1) * 460) / times);

const ended = (life: Life, day: number, nth: number): Life =>
  life
    .opened(day)
    .accepted(day + (nth % 3), life.days.visit(day + 3 + (nth % 4), 9))
    .completed(day + 3 + (nth % 4))
    .invoiced(day + 8 + (nth % 6))
    .closed(day + 9 + (nth % 6));

const agreedLongAgo = (life: Life, day: number, nth: number): Life =>
  life
    .opened(day)
    .quoted(day + 3 + (nth % 4))
    .approvalAsked(day + 4 + (nth % 4))
    .answered(day + 6 + (nth % 4), true, 'D’accord pour ces travaux.')
    .quoteAccepted(day + 7 + (nth % 4))
    .proposed(day + 8 + (nth % 4), life.days.visit(day + 10 + (nth % 4), 9))
    .dateValidated(day + 9 + (nth % 4))
    .completed(day + 10 + (nth % 4))
    .invoiced(day + 14)
    .closed(day + 15);

const HOURS = [8, 9, 10, 11, 14, 15, 16];
const hour = (nth: number): number => HOURS[nth % HOURS.length] ?? 9;

/** Every status that a ticket can have, about as often as an agency sees it. */
export const LIVES: readonly Kind[] = [
  // Work orders.
  order(6, (life, nth) => life.opened(nth < 3 ? 0 : -1, 0.2 + nth * 0.1)),
  order(4, (life, nth) =>
    life.opened(-14 - nth).noted(-2, '<p>Aucune réponse : <strong>appeler l’entreprise</strong>.</p>'),
  ),
  order(3, (life, nth) =>
    life
      .opened(-3 - nth)
      .refused(
        -1 - nth,
        ['Complet jusqu’à la fin du mois.', 'Hors de notre secteur.', 'Équipe réduite cette semaine.'][nth] ??
          '',
      ),
  ),
  order(11, (life, nth) => accepted(life, -2, life.days.visit(1 + (nth % 5), hour(nth)))),
  order(3, (life, nth) =>
    accepted(life, -2, life.days.visit(1 + nth, hour(nth))).asked(
      nth === 0 ? 0 : -1,
      [
        'Bonjour, qui peut nous ouvrir ? Le locataire ne répond pas au téléphone.',
        'Bonjour, faut-il prévoir une nacelle ? Je ne vois pas la hauteur sur la photo.',
        'Bonjour, pouvons-nous couper l’eau de la colonne entre 9 h et 11 h ?',
      ][nth] ?? '',
    ),
  ),
  order(2, (life, nth) =>
    accepted(life, -3, life.days.visit(2, hour(nth)))
      .asked(-2, 'Bonjour, le digicode a-t-il changé ?')
      .replied(-1, 'Bonjour, non, il est toujours celui de la demande.'),
  ),
  order(2, (life, nth) => accepted(life, -2, life.days.visit(1, hour(nth))).presenceAsked(0)),
  order(2, (life, nth) =>
    accepted(life, -2, life.days.visit(1, hour(nth)))
      .presenceAsked(-1)
      .presence(0, PresenceAnswer.CONFIRMED, 'Nous serons là.'),
  ),
  order(2, (life, nth) =>
    accepted(life, -2, life.days.visit(1, hour(nth)))
      .presenceAsked(0)
      .presence(0, PresenceAnswer.LATE, 'Chantier précédent plus long que prévu.', 30 + nth * 15),
  ),
  order(2, (life, nth) =>
    accepted(life, -3, life.days.visit(1, hour(nth)))
      .presenceAsked(-1)
      .presence(-1, PresenceAnswer.ABSENT, 'Véhicule en panne, je vous rappelle.'),
  ),
  order(2, (life, nth) =>
    accepted(life, -3, life.days.visit(1, hour(nth)))
      .presenceAsked(-1)
      .presence(
        0,
        PresenceAnswer.POSTPONED,
        'Pièce non livrée : pouvons-nous reporter à la semaine prochaine ?',
      ),
  ),
  order(4, (life, nth) => accepted(life, -4 - nth, life.days.visit(-1 - nth, hour(nth)))),
  order(5, (life, nth) => done(life, -1 - nth)),
  order(3, (life, nth) => done(life, -3 - nth).invoiceAsked(-2 - nth)),
  order(5, (life, nth) =>
    done(life, -3 - nth)
      .invoiceAsked(-2 - nth)
      .invoiced(nth === 0 ? 0 : -1),
  ),
  order(2, (life, nth) =>
    done(life, -6 - nth)
      .invoiceAsked(-5)
      .invoiced(-3)
      .invoiceSentBack(-2, 'Le taux de TVA n’est pas le bon (10 %).'),
  ),
  { ...order(4, (life, nth) => accepted(life, -1, life.days.visit(1 + nth, hour(nth)))), contractors: 2 },
  // Quotes.
  quote(4, (life, nth) => life.opened(-nth)),
  quote(2, (life, nth) => life.opened(-26 - nth)),
  quote(2, (life) => life.opened(-5).declined(-2, 'Nous ne faisons plus ce type de travaux.')),
  quote(3, (life, nth) => life.opened(-4 - nth).promised(-3, 'Visite faite, devis en fin de semaine.')),
  quote(6, (life, nth) => quoted(life, nth === 0 ? 0 : -nth)),
  quote(3, (life, nth) => quoted(life, -2).approvalAsked(-1 - (nth % 2))),
  quote(3, (life) =>
    quoted(life, -4).approvalAsked(-3).answered(-1, true, 'D’accord, merci de faire au plus vite.'),
  ),
  quote(2, (life) =>
    quoted(life, -4).approvalAsked(-3).answered(-1, false, 'Trop cher, demandez un second devis.'),
  ),
  quote(3, (life, nth) => agreed(life, -1 - nth)),
  quote(2, (life) => quoted(life, -3).quoteRefused(-1, 'Le conseil syndical préfère attendre l’assemblée.')),
  quote(3, (life, nth) => agreed(life, -2).proposed(nth === 0 ? 0 : -1, life.days.visit(2 + nth, hour(nth)))),
  quote(4, (life, nth) =>
    agreed(life, -3)
      .proposed(-2, life.days.visit(1 + nth, hour(nth)))
      .dateValidated(-1),
  ),
  quote(
    3,
    (life, nth) =>
      life
        .opened(-6)
        .quoted(-3, 1)
        .quoted(-2, 2)
        .declined(-2 + (nth % 2), 'Délai trop court.', 3),
    3,
  ),
  quote(2, (life) => life.opened(-2).quoted(0, 1), 2),
  // « ? »: asked for by clients, to be validated.
  order(7, (life, nth) => life.requested(nth < 3 ? 0 : -Math.ceil(nth / 3), 0.1 + nth * 0.1)),
  order(2, (life) => life.requested(-3).cancelled(-2, 'Doublon : la demande est déjà suivie.')),
  order(3, (life, nth) =>
    life
      .requested(-2)
      .validated(-1)
      .accepted(0, life.days.visit(2, hour(nth))),
  ),
  // Ended.
  order(4, (life, nth) =>
    done(life, -4 - nth)
      .invoiceAsked(-3)
      .invoiced(-2)
      .closed(-1),
  ),
  // Ended long ago, so that delays have a past to be compared with.
  order(20, (life, nth) => ended(life, longAgo(nth, 20), nth)),
  quote(8, (life, nth) => agreedLongAgo(life, longAgo(nth, 8), nth)),
];
