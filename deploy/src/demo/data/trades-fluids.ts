import type { TradeSketch } from './trade-sketch.js';

export const FLUID_TRADES: readonly TradeSketch[] = [
  {
    name: 'Plomberie',
    stem: 'PLOMB',
    contractors: ['Plomberie Girod', 'Ets Vacher et Fils', 'Rhône Sanitaire', 'Allo Plomb’Express'],
    weight: 22,
    issues: [
      {
        subject: 'Fuite sous évier',
        said: 'De l’eau coule dans le meuble sous l’évier de la cuisine, j’ai mis une bassine.',
        asked:
          'Fuite sous l’évier de la cuisine. Rechercher l’origine, remplacer le siphon ou le joint si nécessaire et contrôler le robinet d’arrêt.',
        where: 'private',
        euros: [85, 240],
        urgent: 0.4,
      },
      {
        subject: 'Dégât des eaux au plafond',
        said: 'Une tache d’humidité grandit au plafond de la {room}, cela semble venir de l’appartement du dessus.',
        asked:
          'Recherche de fuite suite à un dégât des eaux constaté au plafond de la {room}. Contrôler les évacuations de l’appartement du dessus, établir un rapport avec photos.',
        where: 'private',
        euros: [180, 620],
        urgent: 0.6,
      },
      {
        subject: 'WC bouchés',
        said: 'Les toilettes se vident très mal depuis hier et l’eau remonte.',
        asked: 'WC bouchés. Dégorger la cuvette et la pipe, vérifier l’évacuation jusqu’à la chute.',
        where: 'private',
        euros: [110, 260],
        urgent: 0.5,
      },
      {
        subject: 'Chasse d’eau qui coule en continu',
        said: 'La chasse d’eau ne s’arrête plus de couler, ma consommation va exploser.',
        asked:
          'Remplacer le mécanisme de chasse d’eau (écoulement permanent) et vérifier le joint de cloche.',
        where: 'private',
        euros: [90, 190],
      },
      {
        subject: 'Mitigeur de douche à remplacer',
        said: 'Le mitigeur de la douche est entartré, impossible de régler la température.',
        asked:
          'Mitigeur de douche hors service : dépose et remplacement par un modèle équivalent, contrôle des raccords.',
        where: 'private',
        euros: [140, 310],
      },
      {
        subject: 'Fuite sur colonne d’eau froide',
        said: 'Il y a de l’eau dans la gaine technique du {floor}.',
        asked:
          'Fuite sur la colonne montante d’eau froide, gaine technique du {floor}. Couper si nécessaire après affichage dans le hall, réparer et remettre en service.',
        where: 'common',
        euros: [260, 980],
        urgent: 0.8,
      },
      {
        subject: 'Canalisation des caves engorgée',
        said: 'L’eau remonte dans les caves, cela sent très mauvais.',
        asked:
          'Collecteur engorgé au niveau des caves. Curage haute pression et passage caméra si le bouchon persiste.',
        where: 'common',
        euros: [320, 890],
        urgent: 0.5,
      },
      {
        subject: 'Surpresseur en défaut',
        said: 'Il n’y a presque plus de pression dans les étages depuis ce matin.',
        asked:
          'Surpresseur en défaut au sous-sol, manque de pression dans les étages. Diagnostic et remise en service.',
        where: 'common',
        euros: [240, 1450],
        urgent: 0.6,
      },
    ],
  },
  {
    name: 'Chauffage',
    stem: 'CHAUF',
    contractors: ['Thermi-Rhône', 'Chauffage Delorme', 'Calor Services Lyon', 'ABC Génie climatique'],
    weight: 14,
    season: [10, 11, 12, 1, 2],
    issues: [
      {
        subject: 'Radiateur froid',
        said: 'Le radiateur de la {room} reste froid alors que les autres chauffent.',
        asked: 'Radiateur froid dans la {room}. Purger, vérifier la vanne thermostatique et l’équilibrage.',
        where: 'private',
        euros: [80, 220],
      },
      {
        subject: 'Chaudière en panne',
        said: 'Plus de chauffage ni d’eau chaude, la chaudière affiche un code défaut.',
        asked:
          'Chaudière individuelle en défaut, ni chauffage ni eau chaude. Dépannage, et devis si une pièce doit être changée.',
        where: 'private',
        euros: [120, 540],
        urgent: 0.8,
      },
      {
        subject: 'Chauffe-eau à remplacer',
        said: 'Le ballon fuit par le bas et l’eau est tiède.',
        asked:
          'Chauffe-eau électrique percé. Devis pour fourniture et pose d’un 200 litres avec groupe de sécurité et mise en conformité.',
        where: 'private',
        euros: [890, 1480],
      },
      {
        subject: 'Panne de chauffage collectif',
        said: 'Il fait 16 degrés dans tous les appartements depuis hier soir.',
        asked:
          'Chaufferie à l’arrêt. Dépannage du brûleur, remise en service et relevé des températures aux étages.',
        where: 'common',
        euros: [280, 1950],
        urgent: 0.9,
      },
      {
        subject: 'Fuite sur vase d’expansion',
        said: 'Le gardien signale une flaque dans la chaufferie.',
        asked:
          'Fuite en chaufferie au droit du vase d’expansion. Contrôler la pression et remplacer le vase si besoin.',
        where: 'common',
        euros: [340, 1280],
      },
      {
        subject: 'Bruits dans les canalisations de chauffage',
        said: 'On entend des claquements dans les tuyaux toute la nuit.',
        asked:
          'Bruits anormaux sur le réseau de chauffage. Purger les colonnes, vérifier le circulateur et les points fixes.',
        where: 'common',
        euros: [150, 480],
      },
    ],
  },
];
