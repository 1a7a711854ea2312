import type { Typed } from '../journey/wizard-page.js';

/** What somebody types wrongly on one screen, and what each field says then. */
export interface BadScreen {
  readonly wizard: 'mandate' | 'tenant';
  /** Of the address: "?step=owner". */
  readonly at: string;
  /** Typed first: what makes the fields appear. */
  readonly before?: Typed;
  /** Chosen first: of few choices shown side by side. */
  readonly pick?: string;
  /** A row that is added first: the list, and its button. */
  readonly row?: readonly [list: string, add: string];
  readonly typed: Readonly<Record<string, readonly [text: string, said: RegExp]>>;
}

const NO_DAY = /Cette date n’existe pas/;

export const BAD_SCREENS: readonly BadScreen[] = [
  {
    wizard: 'mandate',
    at: 'step=owner',
    typed: {
      Nom: ['🏚️🏚️', /Un nom contient au moins une lettre/],
      Prénom: ['J'.repeat(200), /caractères au plus/],
      'Né(e) le': ['31/02/1970', NO_DAY],
      'Code postal': ['690', /cinq chiffres/],
      'E-mails': ['jeanne@', /n’est pas une adresse e-mail valide/],
      'Portables (GSM)': ['06 12', /n’est pas un numéro de mobile valide/],
    },
  },
  {
    wizard: 'mandate',
    at: 'step=owner',
    pick: 'Société ou autre personne morale',
    typed: {
      'SIREN ou SIRET': ['732 829 320 00075', /ni un SIREN .* ni un SIRET/],
      'Raison sociale': ['🏢', /au moins une lettre/],
    },
  },
  {
    wizard: 'mandate',
    at: 'step=owner-account',
    row: ['Indivisaires', 'Ajouter un indivisaire'],
    // Of the row, the first of its name: 60 and 30 are no whole.
    before: { 'Part du propriétaire': '60', Nom: 'Second' },
    typed: { Part: ['30', /100 % : elles font 90 %/] },
  },
  {
    wizard: 'mandate',
    at: 'step=owner-account',
    typed: {
      IBAN: ['FR76 1027 8060 0000 0123 4567 873', /Cet IBAN n’est pas valide/],
      BIC: ['ABC', /Ce BIC n’est pas valide/],
    },
  },
  {
    wizard: 'mandate',
    at: 'step=mandate',
    typed: {
      'Signé le': ['31/02/2026', NO_DAY],
      'Honoraires de location': ['-12', /montant positif/],
      'Honoraires de gestion': ['140', /entre 0 et 100/],
      Durée: ['99999', /entre 0 et|nombre entier|caractères au plus/],
    },
  },
  {
    wizard: 'mandate',
    at: 'step=units&unit=i1&screen=unit',
    typed: { 'Identifiant fiscal du logement': ['69 1234', /12 chiffres/] },
  },
  {
    wizard: 'mandate',
    at: 'step=units&unit=i1&screen=letting',
    typed: {
      'N° DPE': ['26', /13 caractères/],
      'Dépôt de garantie': ['99999999999', /montant positif/],
      'Dernier loyer': ['huit cents', /montant positif/],
      'Coût annuel d’énergie, de': ['15 000 000,00', /pas plausible/],
    },
  },
  {
    wizard: 'tenant',
    at: 'step=rent-call',
    before: { 'Prélevé sur': ['Le solde'] },
    typed: {
      'Montant mensuel': ['-800,00', /ne peut pas être négatif/],
      IBAN: ['FR00', /Cet IBAN n’est pas valide/],
      'Jour du mois': ['31', /entre 1 et 28/],
    },
  },
  {
    wizard: 'tenant',
    at: 'step=lease',
    typed: { 'Prend fin le': ['01/01/2020', /ne peut pas précéder/] },
  },
];
