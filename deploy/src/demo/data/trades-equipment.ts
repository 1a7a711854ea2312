import type { TradeSketch } from './trade-sketch.js';

export const EQUIPMENT_TRADES: readonly TradeSketch[] = [
  {
    name: 'Électricité',
    stem: 'ELEC',
    contractors: ['Électricité Brossard', 'Volt & Co', 'Ets Mazuyer', 'Lumen Services'],
    weight: 15,
    issues: [
      {
        subject: 'Panne d’éclairage des parties communes',
        said: 'Plus de lumière dans la cage d’escalier au {floor}, c’est dangereux.',
        asked:
          'Éclairage en panne au {floor}. Remplacer les ampoules par des LED, contrôler la minuterie et les détecteurs.',
        where: 'common',
        euros: [90, 320],
      },
      {
        subject: 'Minuterie défectueuse',
        said: 'La minuterie du hall se coupe au bout de dix secondes.',
        asked:
          'Minuterie du hall défectueuse. Remplacer le télérupteur et régler la temporisation à trois minutes.',
        where: 'common',
        euros: [110, 260],
      },
      {
        subject: 'Bloc de secours hors service',
        said: 'Le rapport de la commission de sécurité signale deux blocs de secours éteints.',
        asked:
          'Remplacer les blocs autonomes d’éclairage de sécurité hors service au sous-sol et remettre l’attestation.',
        where: 'common',
        euros: [190, 560],
      },
      {
        subject: 'Disjoncteur qui saute',
        said: 'Le courant saute dès que je branche le four.',
        asked:
          'Déclenchements répétés du disjoncteur différentiel. Rechercher le défaut d’isolement et réparer.',
        where: 'private',
        euros: [95, 340],
        urgent: 0.4,
      },
      {
        subject: 'Prise arrachée',
        said: 'Une prise est arrachée du mur dans la {room}, les fils sont visibles.',
        asked:
          'Prise descellée dans la {room}, conducteurs apparents. Remplacer et refixer, contrôler la terre.',
        where: 'private',
        euros: [75, 160],
        urgent: 0.5,
      },
      {
        subject: 'Mise aux normes du tableau',
        said: 'Le diagnostic électrique avant relocation relève quatre anomalies.',
        asked: 'Devis de mise en sécurité du tableau électrique selon le diagnostic joint, avant relocation.',
        where: 'private',
        euros: [680, 2100],
      },
    ],
  },
  {
    name: 'Ascenseur',
    stem: 'ASC',
    contractors: ['Ascenseurs Rhodaniens', 'Montélev', 'Elevia Maintenance', 'Verticale Services'],
    weight: 12,
    lift: true,
    issues: [
      {
        subject: 'Panne d’ascenseur',
        said: 'L’ascenseur est bloqué au {floor} depuis ce matin, portes ouvertes.',
        asked:
          'Ascenseur à l’arrêt, cabine au {floor}. Dépannage dans le cadre du contrat, indiquer la cause et le délai de remise en service.',
        where: 'common',
        euros: [0, 380],
        urgent: 0.7,
      },
      {
        subject: 'Portes d’ascenseur qui se rouvrent',
        said: 'Les portes se ferment et se rouvrent sans arrêt au rez-de-chaussée.',
        asked:
          'Portes palières du rez-de-chaussée qui se rouvrent. Régler l’opérateur et nettoyer la barrière de cellules.',
        where: 'common',
        euros: [0, 290],
      },
      {
        subject: 'Décalage de la cabine au palier',
        said: 'Il y a une marche de plusieurs centimètres en sortant de l’ascenseur au {floor}.',
        asked: 'Défaut de nivelage au {floor} (risque de chute). Régler ou remplacer le capteur d’étage.',
        where: 'common',
        euros: [150, 720],
        urgent: 0.5,
      },
      {
        subject: 'Téléalarme de cabine muette',
        said: 'Le bouton d’appel de la cabine ne répond pas.',
        asked:
          'Téléalarme de cabine sans réponse. Contrôler la ligne et la carte GSM, faire un essai avec le centre d’appel.',
        where: 'common',
        euros: [180, 540],
        urgent: 0.6,
      },
      {
        subject: 'Éclairage de cabine en panne',
        said: 'On est dans le noir dans l’ascenseur.',
        asked:
          'Éclairage de cabine en panne. Remplacer par un éclairage LED et vérifier l’éclairage de secours.',
        where: 'common',
        euros: [90, 260],
      },
      {
        subject: 'Remplacement du câble de traction',
        said: 'Le contrôle quinquennal relève une usure des câbles.',
        asked:
          'Devis pour le remplacement des câbles de traction, suite au rapport du contrôle technique quinquennal.',
        where: 'common',
        euros: [3200, 7400],
      },
    ],
  },
  {
    name: 'Portes automatiques',
    stem: 'PORTE',
    contractors: ['Automatismes du Rhône', 'Portalys', 'Accès Confort Lyon', 'Ets Bompard'],
    weight: 9,
    issues: [
      {
        subject: 'Porte de garage bloquée',
        said: 'La porte du parking ne s’ouvre plus, personne ne peut sortir.',
        asked:
          'Porte de garage basculante bloquée en position fermée. Dépannage d’urgence, vérifier ressorts, câbles et carte de commande.',
        where: 'common',
        euros: [180, 720],
        urgent: 0.8,
      },
      {
        subject: 'Porte de garage qui reste ouverte',
        said: 'Le portail du parking reste ouvert toute la nuit, on a peur des vols.',
        asked:
          'Porte de garage ne se refermant plus. Contrôler les cellules et la boucle au sol, régler la temporisation.',
        where: 'common',
        euros: [140, 480],
        urgent: 0.4,
      },
      {
        subject: 'Télécommande de parking à reprogrammer',
        said: 'Mon bip ne fonctionne plus après le changement de pile.',
        asked: 'Reprogrammer une télécommande de parking, fournir un émetteur neuf si elle est hors service.',
        where: 'private',
        euros: [55, 130],
      },
      {
        subject: 'Portail automatique en panne',
        said: 'Le portail s’arrête à mi-course.',
        asked:
          'Portail coulissant arrêté à mi-course. Contrôler la crémaillère, le moteur et les fins de course.',
        where: 'common',
        euros: [160, 840],
      },
      {
        subject: 'Ferme-porte du hall à régler',
        said: 'La porte d’entrée claque très fort, tout l’immeuble l’entend.',
        asked: 'Régler ou remplacer le ferme-porte de la porte du hall.',
        where: 'common',
        euros: [80, 310],
      },
    ],
  },
  {
    name: 'Interphonie et antennes',
    stem: 'INTER',
    contractors: ['Vox Interphonie', 'Antennes Sud-Est', 'Digi-Accès', 'Ets Carrel Courants faibles'],
    weight: 9,
    issues: [
      {
        subject: 'Interphone en panne',
        said: 'L’interphone ne sonne plus chez moi, les livreurs repartent.',
        asked: 'Interphone muet dans le logement. Contrôler le combiné et le câblage depuis la platine.',
        where: 'private',
        euros: [85, 230],
      },
      {
        subject: 'Platine de rue hors service',
        said: 'L’écran de l’interphone est noir, aucun appartement ne répond.',
        asked: 'Platine de rue hors service. Dépannage, vérifier l’alimentation et le bus.',
        where: 'common',
        euros: [160, 980],
        urgent: 0.5,
      },
      {
        subject: 'Digicode à changer',
        said: 'Le conseil syndical demande un nouveau code, trop de monde le connaît.',
        asked:
          'Modifier le code d’accès du hall et programmer la plage horaire du facteur. Nous communiquer le nouveau code.',
        where: 'common',
        euros: [70, 140],
      },
      {
        subject: 'Badges Vigik à programmer',
        said: 'Je souhaite deux badges supplémentaires pour mes enfants.',
        asked: 'Fournir et programmer deux badges Vigik, à remettre contre signature.',
        where: 'private',
        euros: [40, 120],
      },
      {
        subject: 'Réception TNT perturbée',
        said: 'Plus aucune chaîne depuis l’orage.',
        asked:
          'Réception TNT perturbée dans tout l’immeuble. Contrôler l’antenne, l’amplificateur et le répartiteur.',
        where: 'common',
        euros: [130, 640],
      },
    ],
  },
];
