import type { TradeSketch } from './trade-sketch.js';

export const FABRIC_TRADES: readonly TradeSketch[] = [
  {
    name: 'Serrurerie',
    stem: 'SERRU',
    contractors: ['Serrurerie Ponsard', 'Clé Lyonnaise', 'Métallerie du Gier', 'Sécuri-Portes'],
    weight: 10,
    issues: [
      {
        subject: 'Serrure d’entrée grippée',
        said: 'La clé tourne dans le vide, je dois forcer pour rentrer chez moi.',
        asked:
          'Serrure de la porte palière défectueuse. Réparer ou remplacer le cylindre, fournir trois clés.',
        where: 'private',
        euros: [110, 380],
        urgent: 0.4,
      },
      {
        subject: 'Porte de hall qui ne ferme plus',
        said: 'La porte d’entrée de l’immeuble reste ouverte jour et nuit.',
        asked: 'Porte de hall ne verrouillant plus. Régler la ventouse et la gâche, resserrer les paumelles.',
        where: 'common',
        euros: [120, 460],
        urgent: 0.3,
      },
      {
        subject: 'Boîte aux lettres fracturée',
        said: 'Ma boîte aux lettres a été forcée pendant le week-end.',
        asked: 'Remplacer la porte et la serrure d’une boîte aux lettres fracturée.',
        where: 'common',
        euros: [60, 170],
      },
      {
        subject: 'Effraction porte de cave',
        said: 'Trois caves ont été visitées, les portes sont cassées.',
        asked:
          'Mise en sécurité puis réparation de trois portes de caves suite à effraction. Photos pour l’assurance.',
        where: 'common',
        euros: [290, 940],
        urgent: 0.5,
      },
      {
        subject: 'Garde-corps descellé',
        said: 'La rambarde du balcon bouge quand on s’appuie.',
        asked: 'Garde-corps de balcon descellé : mise en sécurité immédiate puis reprise du scellement.',
        where: 'private',
        euros: [220, 780],
        urgent: 0.8,
      },
    ],
  },
  {
    name: 'Peinture',
    stem: 'PEINT',
    contractors: ['Peinture Chavanne', 'Déco Rhône', 'Ets Oliveira', 'Couleurs & Façades'],
    weight: 7,
    season: [4, 5, 6, 9],
    issues: [
      {
        subject: 'Reprise de peinture après dégât des eaux',
        said: 'Le plafond de la {room} est sec, il faudrait maintenant le repeindre.',
        asked:
          'Devis pour la reprise du plafond de la {room} après dégât des eaux : grattage, enduit, deux couches.',
        where: 'private',
        euros: [420, 1350],
      },
      {
        subject: 'Tags sur la façade',
        said: 'La façade et la porte ont été taguées cette nuit.',
        asked: 'Enlever les tags sur la façade et la porte du hall, raccord de peinture si nécessaire.',
        where: 'common',
        euros: [180, 560],
      },
      {
        subject: 'Remise en peinture de la cage d’escalier',
        said: 'L’assemblée générale a voté la réfection de la cage d’escalier.',
        asked:
          'Devis pour la remise en peinture de la cage d’escalier, murs, plafonds et boiseries, échafaudage compris.',
        where: 'common',
        euros: [4800, 14500],
      },
      {
        subject: 'Peinture écaillée dans le hall',
        said: 'La peinture du hall tombe par plaques sous les boîtes aux lettres.',
        asked:
          'Reprise ponctuelle de la peinture du hall : grattage, impression, deux couches dans la teinte existante.',
        where: 'common',
        euros: [240, 780],
      },
    ],
  },
  {
    name: 'Maçonnerie',
    stem: 'MACON',
    contractors: ['Maçonnerie Ferreira', 'Bâti Lyon Rénovation', 'Ets Chomel', 'Pierre & Chaux'],
    weight: 6,
    issues: [
      {
        subject: 'Carrelage décollé sur le palier',
        said: 'Trois carreaux sont décollés au {floor}, quelqu’un a failli tomber.',
        asked: 'Recoller les carreaux du palier du {floor} et refaire les joints. Baliser jusqu’à la prise.',
        where: 'common',
        euros: [140, 420],
        urgent: 0.3,
      },
      {
        subject: 'Fissure sur façade',
        said: 'Une fissure part de ma fenêtre et descend d’un étage.',
        asked:
          'Fissure en façade sur cour. Poser des témoins, donner un avis technique et un devis de reprise.',
        where: 'common',
        euros: [480, 2900],
      },
      {
        subject: 'Chute d’enduit',
        said: 'Des morceaux d’enduit sont tombés sur le trottoir.',
        asked: 'Purge d’urgence des enduits non adhérents sur rue et mise en place d’une protection.',
        where: 'common',
        euros: [350, 1650],
        urgent: 0.9,
      },
      {
        subject: 'Faïence de salle de bains à reprendre',
        said: 'Les carreaux autour de la baignoire se décollent et l’eau passe derrière.',
        asked:
          'Reprendre la faïence autour de la baignoire : dépose, étanchéité sous carrelage, repose et joint sanitaire.',
        where: 'private',
        euros: [320, 980],
      },
    ],
  },
  {
    name: 'Couverture et zinguerie',
    stem: 'TOIT',
    contractors: ['Toitures du Lyonnais', 'Zinguerie Berthod', 'Ets Perrachon', 'Couvr’Alpes'],
    weight: 6,
    season: [10, 11, 12, 3],
    issues: [
      {
        subject: 'Infiltration en toiture',
        said: 'De l’eau goutte au plafond de la {room} à chaque averse.',
        asked:
          'Infiltration sous toiture au dernier étage. Rechercher l’origine, bâcher si nécessaire, réparer et envoyer des photos.',
        where: 'private',
        euros: [290, 1400],
        urgent: 0.6,
      },
      {
        subject: 'Tuiles déplacées par le vent',
        said: 'Des tuiles ont bougé pendant la tempête, l’une est tombée dans la cour.',
        asked:
          'Révision de la toiture après tempête : remettre en place et remplacer les tuiles cassées, vérifier les solins.',
        where: 'common',
        euros: [260, 1150],
        urgent: 0.7,
      },
      {
        subject: 'Gouttière qui déborde',
        said: 'La gouttière déborde sur mon balcon dès qu’il pleut.',
        asked: 'Déboucher et nettoyer les chéneaux et descentes, poser des crapaudines.',
        where: 'common',
        euros: [220, 640],
      },
      {
        subject: 'Étanchéité de la toiture-terrasse',
        said: 'Le rapport d’étanchéité relève des relevés décollés.',
        asked:
          'Devis pour la reprise des relevés d’étanchéité de la toiture-terrasse selon le rapport joint.',
        where: 'common',
        euros: [2600, 9800],
      },
    ],
  },
  {
    name: 'Menuiserie',
    stem: 'MENUI',
    contractors: ['Menuiserie Guyonnet', 'Bois & Volets', 'Ets Pontille', 'Fenêtres de Saône'],
    weight: 7,
    issues: [
      {
        subject: 'Volet roulant bloqué',
        said: 'Le volet de la {room} reste coincé à moitié fermé.',
        asked: 'Volet roulant bloqué dans la {room}. Remplacer la sangle ou le moteur, régler les butées.',
        where: 'private',
        euros: [110, 460],
      },
      {
        subject: 'Fenêtre qui ne ferme plus',
        said: 'La fenêtre de la {room} ne ferme plus, l’air passe.',
        asked: 'Régler la fenêtre de la {room}, remplacer la crémone et les joints si nécessaire.',
        where: 'private',
        euros: [90, 340],
      },
      {
        subject: 'Porte palière voilée',
        said: 'Ma porte d’entrée frotte et ne verrouille plus.',
        asked:
          'Porte palière voilée : raboter, régler les paumelles, devis de remplacement à l’identique si irréparable.',
        where: 'private',
        euros: [130, 520],
      },
      {
        subject: 'Porte coupe-feu à remplacer',
        said: 'La porte coupe-feu du sous-sol est enfoncée.',
        asked:
          'Devis pour le remplacement de la porte coupe-feu du sous-sol (EI 30, ferme-porte, PV à fournir).',
        where: 'common',
        euros: [780, 1900],
      },
    ],
  },
  {
    name: 'Vitrerie',
    stem: 'VITRE',
    contractors: [
      'Vitrerie des Brotteaux',
      'Miroiterie Jacquemond',
      'Glaces du Confluent',
      'SOS Vitrage Lyon',
    ],
    weight: 4,
    issues: [
      {
        subject: 'Vitre cassée',
        said: 'Une vitre de la {room} est fendue de part en part.',
        asked:
          'Remplacer le vitrage fendu de la {room} (double vitrage), prendre les mesures et mettre en sécurité.',
        where: 'private',
        euros: [180, 520],
        urgent: 0.4,
      },
      {
        subject: 'Vitrage de la porte du hall brisé',
        said: 'La vitre de la porte d’entrée a volé en éclats, il y a du verre partout.',
        asked: 'Mise en sécurité immédiate puis remplacement du vitrage feuilleté de la porte du hall.',
        where: 'common',
        euros: [290, 860],
        urgent: 0.8,
      },
      {
        subject: 'Double vitrage embué',
        said: 'De la buée s’est formée à l’intérieur du double vitrage de la {room}.',
        asked: 'Devis pour le remplacement d’un double vitrage embué dans la {room}.',
        where: 'private',
        euros: [210, 480],
      },
    ],
  },
];
