/** Refusals of the CAF bridge, by code: where, which field, and what to do. */
export const CAF_SENTENCES: Readonly<Record<string, string>> = {
  // settings
  CAF_SETTINGS_INVALID: 'Les paramètres CAF contiennent des erreurs : vérifiez les champs signalés.',
  CAF_SETTINGS_MISSING:
    'Les paramètres CAF de cette entité ne sont pas renseignés pour cet organisme : complétez-les d’abord.',
  CAF_LAYOUT_UNKNOWN: 'Le format « {layout} » n’est pas installé pour ce message : choisissez-en un autre.',
  CAF_LAYOUT_INVALID: 'Le format « {layout} » n’est pas valable : {problems}.',
  SETTING_MISSING: 'Ce champ est indispensable : complétez-le.',
  SETTING_INVALID: 'Cette valeur n’est pas valable : vérifiez-la.',
  SETTING_FILE_NAME:
    'Ce nom n’est pas utilisable : il doit contenir le numéro (seq6 entre accolades) et aucun autre repère que ceux indiqués, en lettres sans accent, chiffres, espaces, points et tirets, 120 caractères au plus.',
  CAF_NUMBER_ALREADY_SET: 'Ce locataire a déjà un numéro unique CAF : il ne se modifie pas.',
  // files
  CAF_FILE_NOT_FOUND: 'Ce fichier n’est pas au journal.',
  CAF_NUMBER_NOT_FREE: 'D’autres fichiers sont en cours de numérotation. Réessayez dans un instant.',
  CAF_SERIES_FULL:
    'La numérotation de ces fichiers est épuisée : votre partenaire doit fournir un nouveau format.',
  // legal list
  CAF_CASE_NOT_FOUND: 'Cet impayé n’est plus dans la liste : il a été soldé.',
  CAF_OFFER_NOT_FOUND: 'Cette proposition de paiement direct n’existe plus.',
  CAF_ACCOUNT_NOT_FOUND:
    'Aucun locataire rattaché à une caisse n’a le compte « {id} » : vérifiez le numéro, par exemple 411DUPON.',
  // statements
  CAF_STATEMENT_NOT_FOUND: 'Ce bordereau n’existe pas ou n’est pas accessible.',
  CAF_STATEMENT_UNDER_WAY:
    'Ce bordereau est en cours de lecture ou de comptabilisation : attendez la fin pour changer ses lignes.',
  CAF_LINE_NOT_FOUND: 'Cette ligne n’est pas dans le bordereau.',
  CAF_LINE_POSTED: 'Cette ligne est déjà comptabilisée : elle ne peut plus changer de locataire.',
  CAF_NOTHING_TO_POST:
    'Aucune ligne sélectionnée n’est rattachée à un locataire : sélectionnez des lignes, ou indiquez leur compte.',
  CAF_STATEMENT_EMPTY: 'Le fichier ne contient aucune ligne : demandez-le à nouveau à votre partenaire.',
  CAF_STATEMENT_BINARY:
    'Ligne {line} : ce fichier n’est pas un texte. Choisissez le bordereau lui-même, pas un PDF ni une archive.',
  CAF_STATEMENT_UTF_16:
    'Ce fichier est enregistré en « Unicode » (UTF-16). Demandez-le à nouveau, ou enregistrez-le en ANSI ou en UTF-8.',
  CAF_STATEMENT_LINE_TOO_LONG:
    'Ligne {line} : plus de {limit} caractères sans fin de ligne. Ce fichier n’est pas un bordereau.',
  CAF_STATEMENT_LINE_CUT:
    'Ligne {line} : la ligne est coupée dans le champ « {field} » ({length} caractères au lieu de {expected}). Demandez le fichier à nouveau.',
  CAF_STATEMENT_RECORD_UNKNOWN:
    'Ligne {line} : le code d’enregistrement « {code} » n’existe pas dans un bordereau ({codes}). Vérifiez que c’est le bon fichier.',
  CAF_STATEMENT_RECORD_MISPLACED:
    'Ligne {line} : un enregistrement {code} n’est pas à sa place. Le fichier est incomplet ou mélangé : demandez-le à nouveau.',
  CAF_STATEMENT_FIELD_INVALID:
    'Ligne {line}, champ « {field} » : « {value} » n’est pas lisible. Demandez le fichier à nouveau, ou signalez-le à votre partenaire.',
  CAF_STATEMENT_WRONG_COUNT:
    'Ligne {line}, champ « {field} » : le total annonce {told} lignes, le fichier en contient {found}. Rien n’a été importé : demandez le fichier à nouveau.',
  CAF_STATEMENT_WRONG_TOTAL:
    'Ligne {line}, champ « {field} » : le total annoncé ({told}) diffère de la somme des lignes ({found}) : écart de {difference}. Rien n’a été importé : demandez le fichier à nouveau.',
  CAF_STATEMENT_CUT_OFF:
    'Le fichier s’arrête à la ligne {line} sans enregistrement de total. Il est coupé : demandez-le à nouveau.',
  CAF_STATEMENT_OTHER_LANDLORD:
    'Ligne {line} : ce bordereau est celui du bailleur « {bailleur} » à l’organisme {organisme}, qui n’est dans les paramètres d’aucune entité. Vérifiez le fichier, ou le code bailleur.',
  CAF_STATEMENT_LANDLORDS_MIXED:
    'Ligne {line} : bailleur « {bailleur} » à l’organisme {organisme}, alors que le fichier commence par le bailleur « {first} ». Un bordereau est celui d’un seul bailleur : demandez un fichier pour chacun.',
  CAF_STATEMENT_DUPLICATE:
    'Ce bordereau est déjà importé (« {name} ») : il n’est pas repris une seconde fois.',
  CAF_STATEMENT_TOO_LARGE:
    'Ligne {line} : ce fichier contient plus de mille blocs, trop pour un bordereau. Vérifiez que c’est le bon fichier, ou demandez-le en plusieurs.',
  CAF_STATEMENT_TOO_HEAVY:
    'Ce fichier dépasse 512 Mo, trop pour un bordereau. Vérifiez que c’est le bon fichier, ou demandez-le en plusieurs.',
  CAF_STATEMENT_NOT_READ: 'Le bordereau est en cours de lecture.',
};

/** Why a line was not posted, by the code of the directory or of the bridge: what to do with this line. */
export const CAF_POSTING_REFUSALS: Readonly<Record<string, string>> = {
  ACCOUNT_NOT_FOUND: 'le compte de ce locataire n’existe plus. Indiquez-en un autre, puis validez à nouveau.',
  LEASE_NOT_FOUND: 'ce bail n’existe plus. Indiquez un autre compte, puis validez à nouveau.',
  INVALID_REQUEST:
    'la comptabilité n’accepte pas cette écriture. Vérifiez le mois et le montant de la ligne, ou saisissez-la à la main.',
  IDEMPOTENCY_KEY_REUSED: 'cette ligne est déjà comptabilisée autrement : contrôlez le compte du locataire.',
  CAF_LINE_PAYS_NOTHING: 'le montant est nul, il n’y a rien à comptabiliser.',
};

/** Fields of a statement's layout, as a person would name them; a convention's own stand as they are. */
export const CAF_STATEMENT_FIELDS: Readonly<Record<string, string>> = {
  code: 'code d’enregistrement',
  aidType: 'type d’aide',
  organisme: 'organisme',
  codeBailleur: 'code bailleur',
  date: 'date',
  label: 'libellé',
  reference: 'numéro unique',
  allocataire: 'numéro d’allocataire',
  lastName: 'nom',
  firstName: 'prénom',
  year: 'année',
  month: 'mois',
  amount: 'montant',
  withheld: 'retenue',
  details: 'nombre de lignes',
};
