import type { DigestEntry, Notice } from '../../../domain/notice.js';

interface NoticeWords {
  readonly subject: string;
  readonly intro: string;
  readonly button: string;
  readonly footer: string;
}

type WordsOf<K extends Notice['kind']> = (notice: Extract<Notice, { kind: K }>) => NoticeWords;

const alerts = (entries: readonly DigestEntry[]): string =>
  entries.length === 1 ? '1 alerte' : `${entries.length} alertes`;

/** What is told to the agency's own people, apart from the tickets' messages. */
export const NOTICES: { readonly [K in Notice['kind']]: WordsOf<K> } = {
  digest: ({ entries }) => ({
    subject: `Récapitulatif de vos tickets : ${alerts(entries)}`,
    intro: `Depuis votre dernier récapitulatif : ${alerts(entries)}.`,
    button: 'Ouvrir les tickets',
    footer: 'Vous recevez un récapitulatif par jour, selon votre choix dans l’extranet.',
  }),
  'credits-low': ({ service, creditsLeft, threshold }) => ({
    subject: `Crédits SMS bientôt épuisés : ${creditsLeft}`,
    intro: `Le compte SMS ${service} n’a plus que ${creditsLeft} crédits, pour un seuil d’alerte de ${threshold}. Sans crédit, les SMS attendent et finissent par échouer.`,
    button: '',
    footer: 'Vous recevez ce message car vous administrez ce compte.',
  }),
};
