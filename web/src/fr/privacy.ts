/** What is held about people, and how long. */

const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`;
const tickets = (n: number): string => count(n, 'ticket', 'tickets');
const pieces = (n: number): string => count(n, 'pièce', 'pièces');
const messages = (n: number): string => count(n, 'message', 'messages');

export const PRIVACY = {
  title: 'Données personnelles',
  person: 'Une personne',
  personHint:
    'Pour répondre à quelqu’un qui demande une copie de ses données, ou leur effacement (RGPD, articles 15, 17 et 20).',
  search: 'Rechercher un client, un intervenant ou un collaborateur',
  searchHint: 'Les premières lettres du nom ou de l’e-mail. Sinon, remplissez les champs ci-dessous.',
  contractor: 'intervenant',
  staff: 'collaborateur',
  nobody: 'Personne ne correspond.',
  names: 'Noms',
  namesHint: 'Tels qu’ils sont écrits dans les tickets ; plusieurs séparés par des virgules.',
  mails: 'E-mails',
  phones: 'Téléphones',
  several: 'Plusieurs séparés par des virgules.',
  fromRecord: (name: string) => `Fiche choisie : ${name}`,
  forget: 'Ne pas utiliser cette fiche',
  look: 'Voir ce qui est détenu',
  nothing: 'Rien n’est détenu au sujet de cette personne.',
  held: (ofTickets: number, ofMessages: number, records: number, property: number) =>
    `${tickets(ofTickets)}, ${messages(ofMessages)}, ${count(records, 'fiche ou trace', 'fiches et traces')} de compte, ${count(property, 'élément', 'éléments')} de gestion (brouillons, registre des mandats, CAF).`,
  numbers: (numbers: string) => `Tickets n° ${numbers}.`,
  open: (numbers: string) =>
    `À clôturer avant d’effacer : n° ${numbers}. Tant que la personne intervient dans un ticket en cours, ses données sont nécessaires.`,
  export: 'Exporter (ZIP)',
  exported: 'La copie est enregistrée dans vos téléchargements.',
  fileName: 'donnees-personnelles.zip',
  erase: 'Effacer cette personne',
  eraseTitle: 'Effacer cette personne ?',
  eraseText:
    'Son nom, ses coordonnées, ce qu’elle a écrit et les pièces qu’elle a transmises disparaissent des tickets, des messages, des brouillons, des chiffres et de son compte. Les devis, les factures, les paiements comptabilisés et le registre des mandats restent dix ans, comme la loi le demande. Cette action ne peut pas être annulée.',
  eraseStaffText:
    'Sa fiche, ses sessions, ses appareils et ses moyens de connexion disparaissent, et son nom dans les estimations. Ses actes dans les tickets restent à son nom : ils prouvent ce que l’agence a fait (RGPD, article 17, 3, e). Le journal de sécurité la nomme encore un an au plus. Cette action ne peut pas être annulée.',
  erasedStaff: (n: number) =>
    n === 0
      ? 'Sa fiche est effacée. Elle n’avait ni session, ni appareil, ni clé.'
      : `Sa fiche est effacée, avec ${count(n, 'trace de connexion', 'traces de connexion')} (sessions, appareils, clés).`,
  staffKept:
    'Restent : ses actes dans les tickets, à son nom (RGPD, article 17, 3, e), et le journal de sécurité, un an au plus.',
  erased: (ofTickets: number, ofPieces: number, ofMessages: number) =>
    `Effacée de ${tickets(ofTickets)} et ${messages(ofMessages)} ; ${pieces(ofPieces)} supprimée${ofPieces < 2 ? '' : 's'}.`,
  erasedProperty: (drafts: number, caf: number) =>
    `Effacée de ${count(drafts, 'brouillon', 'brouillons')} et de ${count(caf, 'échange', 'échanges')} avec la CAF.`,
  registerKept: (n: number) =>
    `${count(n, 'inscription conservée', 'inscriptions conservées')} au registre des mandats (décret du 20 juillet 1972, article 65).`,
  cafKept: (n: number) =>
    `${count(n, 'élément conservé', 'éléments conservés')} des échanges avec la CAF : paiements comptabilisés, départs à signaler, impayés en cours.`,
  kept: (n: number) =>
    `${pieces(n)} comptable${n < 2 ? '' : 's'} conservée${n < 2 ? '' : 's'} (devis, factures).`,
  recordStays:
    'Sa fiche reste : un lot, un bail ou un compte la nomme encore. Elle disparaît avec eux, depuis LSC.',
  events: 'Les copies techniques restantes expirent d’elles-mêmes au bout de 400 jours au plus.',

  retention: 'Durées de conservation',
  retentionHint:
    'Un ticket terminé est supprimé, avec ses pièces et ses messages, quand il n’a plus changé depuis cette durée. Sans durée, il est gardé.',
  closed: 'Tickets clos',
  closedHint: 'En mois, 12 au moins ; 120 pour dix ans. Vide : toujours gardés.',
  cancelled: 'Demandes annulées',
  cancelledHint: 'En mois, 1 au moins. Vide : toujours gardées.',
  months: 'Indiquez un nombre de mois entier, ou rien.',
  try: 'Voir ce qui serait supprimé',
  wouldGo: (n: number, ofPieces: number, more: boolean) =>
    n === 0
      ? 'Aucun ticket ne serait supprimé aujourd’hui.'
      : `${more ? 'Au moins ' : ''}${tickets(n)} et ${pieces(ofPieces)} seraient supprimés aujourd’hui${more ? ' ; les suivants, les jours d’après' : ''}.`,
  examples: (numbers: string) => `Les plus anciens : n° ${numbers}.`,
  save: 'Enregistrer',
  saved: 'Durées de conservation enregistrées.',
  saveTitle: 'Appliquer ces durées ?',
  saveText: (going: string) =>
    `${going} Ils sont supprimés dans l’heure, puis chaque jour ceux qui atteignent la durée. Un ticket supprimé ne revient pas.`,
  lastRun: (at: string, deleted: number) =>
    `Dernier passage : ${at}, ${tickets(deleted)} supprimé${deleted < 2 ? '' : 's'}.`,
};
