import type { TradeSketch } from './trade-sketch.js';

export const SERVICE_TRADES: readonly TradeSketch[] = [
  {
    name: 'Nettoyage',
    stem: 'NETT',
    contractors: ['Net’Immeubles', 'Propreté Lyonnaise', 'Éclat Services', 'Blanche Propreté'],
    weight: 9,
    issues: [
      {
        subject: 'Ménage des parties communes non fait',
        said: 'L’escalier n’a pas été nettoyé depuis deux semaines.',
        asked:
          'Prestation de nettoyage non réalisée selon un copropriétaire. Passage de rattrapage et cahier de passage à nous adresser.',
        where: 'common',
        euros: [0, 90],
      },
      {
        subject: 'Encombrants dans le local poubelles',
        said: 'Un canapé et un frigo bloquent l’accès aux bacs.',
        asked:
          'Enlever les encombrants du local poubelles et les mettre en déchèterie, photos avant et après.',
        where: 'common',
        euros: [120, 390],
      },
      {
        subject: 'Conteneurs non sortis',
        said: 'Les poubelles débordent, elles n’ont pas été sorties mardi.',
        asked: 'Conteneurs non sortis mardi. Sortir les bacs, nettoyer le local et confirmer le planning.',
        where: 'common',
        euros: [0, 110],
      },
      {
        subject: 'Remise en état avant relocation',
        said: 'L’état des lieux de sortie montre un logement très sale.',
        asked: 'Nettoyage complet du logement avant relocation, vitres et cuisine comprises.',
        where: 'private',
        euros: [180, 460],
      },
      {
        subject: 'Déjections de pigeons sur les balcons',
        said: 'Les balcons côté cour sont couverts de fientes.',
        asked: 'Nettoyer et désinfecter les balcons côté cour, devis pour la pose de pics ou de filets.',
        where: 'common',
        euros: [190, 720],
      },
    ],
  },
  {
    name: 'Espaces verts',
    stem: 'VERT',
    contractors: ['Jardins de Saône', 'Paysages Gonnet', 'Verdure & Cie', 'Élagage Rhône-Alpes'],
    weight: 5,
    season: [3, 4, 5, 6, 10],
    issues: [
      {
        subject: 'Haie à tailler',
        said: 'La haie dépasse sur le trottoir, la mairie a écrit.',
        asked: 'Tailler la haie côté rue à 1,80 m et évacuer les déchets, suite au courrier de la mairie.',
        where: 'common',
        euros: [160, 480],
      },
      {
        subject: 'Branche menaçante',
        said: 'Une grosse branche du platane menace de tomber sur les voitures.',
        asked: 'Élagage de sécurité du platane sur parking. Baliser la veille et évacuer les branches.',
        where: 'common',
        euros: [280, 1250],
        urgent: 0.6,
      },
      {
        subject: 'Arrosage automatique en panne',
        said: 'La pelouse jaunit, l’arrosage ne se déclenche plus.',
        asked:
          'Arrosage automatique en panne. Contrôler le programmateur et les électrovannes, remplacer les arroseurs cassés.',
        where: 'common',
        euros: [120, 430],
      },
      {
        subject: 'Pelouse non tondue',
        said: 'L’herbe arrive aux genoux.',
        asked: 'Tonte et désherbage des allées, passage supplémentaire au contrat.',
        where: 'common',
        euros: [90, 260],
      },
    ],
  },
  {
    name: 'Désinsectisation et dératisation',
    stem: 'NUISI',
    contractors: ['Hygiène 3D Lyon', 'Stop Nuisibles', 'Ets Marceau Hygiène', 'Rhône Sanit’Air'],
    weight: 6,
    season: [5, 6, 7, 8, 9],
    issues: [
      {
        subject: 'Nid de guêpes',
        said: 'Un nid de guêpes s’est formé dans le coffre du volet de la {room}.',
        asked: 'Détruire un nid de guêpes dans le coffre de volet de la {room}.',
        where: 'private',
        euros: [90, 170],
        urgent: 0.5,
      },
      {
        subject: 'Présence de rats dans les caves',
        said: 'J’ai vu deux rats près des poubelles.',
        asked:
          'Campagne de dératisation des caves et du local poubelles, trois passages, plan d’appâtage à remettre.',
        where: 'common',
        euros: [210, 520],
      },
      {
        subject: 'Cafards dans la cuisine',
        said: 'Il y a des cafards dans ma cuisine et chez ma voisine du {floor}.',
        asked:
          'Désinsectisation (blattes) du logement et des logements mitoyens, gel et second passage à quinze jours.',
        where: 'private',
        euros: [130, 340],
      },
      {
        subject: 'Punaises de lit',
        said: 'Nous sommes piqués toutes les nuits depuis une semaine.',
        asked:
          'Diagnostic et traitement des punaises de lit, deux passages, fiche de préparation à remettre à l’occupant.',
        where: 'private',
        euros: [260, 780],
        urgent: 0.4,
      },
    ],
  },
];
