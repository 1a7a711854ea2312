/** Programs of the agency (LSC), by code. */
export const LSC_SENTENCES: Readonly<Record<string, string>> = {
  IMPORT_RUNNING:
    'Une publication de la base est déjà en cours pour votre agence. Attendez sa fin, ou une minute si elle a été interrompue.',
  IMPORT_LOST:
    'Cette publication a été reprise par un autre programme : reprenez-la après la dernière ligne traitée.',
  IMPORT_NOT_FOUND: 'Cette publication n’existe pas, ou date de plus de trente jours.',
  IMPORT_BODY_BROKEN:
    'Le contenu s’est interrompu ou n’est pas lisible : ce qui précède est enregistré, reprenez après la dernière ligne traitée.',
  CURSOR_INVALID:
    'Ce curseur n’est pas reconnu : renvoyez tel quel celui de la dernière page, ou repartez de /lsc/v1/snapshot.',
  CURSOR_OF_ANOTHER: 'Ce curseur est celui d’une autre agence.',
  CURSOR_TOO_OLD:
    'Ce curseur est trop ancien : ce qui a changé depuis n’est plus conservé. Repartez de /lsc/v1/snapshot.',
  TOO_MANY_POLLS: 'Trop de postes attendent des changements en même temps. Réessayez dans un instant.',
  TOO_MANY_LINES: '{max} lignes au plus par envoi : envoyez la suite séparément.',
  LINE_TOO_LONG: 'Cette ligne est trop longue : 256 ko au plus.',
  NOT_UTF8: 'Cette ligne n’est pas en UTF-8.',
  OP_UNKNOWN: 'Cette opération n’est pas connue : « upsert » est attendu.',
  VERSION_EXPECTED:
    'Un numéro de version est attendu : un entier à partir de 1, plus grand à chaque modification.',
  ID_DIFFERS: 'Cet identifiant n’est pas celui de la ligne.',
  UNKNOWN_RECORD: 'Cet enregistrement est inconnu : publiez-le d’abord.',
  MAIL_TAKEN: 'Cette adresse e-mail est déjà celle d’un autre compte.',
  DUPLICATE: 'Cet enregistrement figure deux fois.',
  OTHER_AGENCY: 'Cet identifiant n’est pas celui de votre agence.',
  INVALID_PASSWORD: 'Un mot de passe de 8 à 200 caractères est attendu.',
  INVALID_SENDER: 'Un expéditeur de SMS a 11 lettres ou chiffres au plus.',
  SAME_PERSON: 'Une personne absente ne peut pas se remplacer elle-même.',
  API_KEY_REQUIRED: 'Une clé d’API est attendue dans l’en-tête Authorization : « Bearer itv_… ».',
  API_KEY_INVALID:
    'Cette clé d’API n’est pas reconnue : elle est incomplète, mal recopiée ou révoquée. Un administrateur peut en créer une autre dans « Sécurité de l’agence ».',
  API_KEY_EXPIRED:
    'Cette clé d’API a expiré. Un administrateur peut en créer une autre dans « Sécurité de l’agence ».',
  API_KEY_SCOPE_MISSING: 'Cette clé d’API n’ouvre pas cette fonction : il lui manque le droit « {scope} ».',
  SIGN_IN_LINK_SPENT:
    'Ce lien a déjà servi ou a plus d’une minute. Rouvrez le ticket depuis La Solution Crypto, ou connectez-vous.',
  API_KEY_NOT_FOUND: 'Cette clé d’API n’existe pas ou est déjà révoquée.',
  API_KEY_TWO_LIVE:
    'Cette clé a déjà deux secrets valables : révoquez celui qui ne sert plus avant d’en créer un autre.',
  WEBHOOK_URL_INVALID:
    'Une adresse complète est attendue, sans mot de passe : « https://exemple.fr/crypto ».',
  WEBHOOK_NOT_HTTPS: 'Une adresse « https » est attendue : ce qui est envoyé doit être chiffré.',
  WEBHOOK_NOT_PUBLIC:
    'Cette adresse mène à un réseau privé : le serveur doit être joignable depuis Internet.',
  WEBHOOK_HOST_UNKNOWN: 'Ce serveur est introuvable : vérifiez son nom.',
  WEBHOOK_NOT_FOUND: 'Ce webhook n’existe pas ou a été supprimé.',
  WEBHOOK_DELIVERY_NOT_FOUND: 'Cet envoi n’existe plus : le journal est conservé trente jours.',
  TOO_MANY_WEBHOOKS: '{max} webhooks au plus par agence : supprimez-en un d’abord.',
  TOO_MANY_API_KEYS: '{max} clés d’API valables au plus par agence : révoquez-en une d’abord.',
};
