/** Programs of the agency (LSC), by code. */
export const LSC_SENTENCES: Readonly<Record<string, string>> = {
  API_KEY_REQUIRED: 'Une clé d’API est attendue dans l’en-tête Authorization : « Bearer itv_… ».',
  API_KEY_INVALID:
    'Cette clé d’API n’est pas reconnue : elle est incomplète, mal recopiée ou révoquée. Un administrateur peut en créer une autre dans « Sécurité de l’agence ».',
  API_KEY_EXPIRED:
    'Cette clé d’API a expiré. Un administrateur peut en créer une autre dans « Sécurité de l’agence ».',
  API_KEY_SCOPE_MISSING: 'Cette clé d’API n’ouvre pas cette fonction : il lui manque le droit « {scope} ».',
  API_KEY_NOT_FOUND: 'Cette clé d’API n’existe pas ou est déjà révoquée.',
  API_KEY_TWO_LIVE:
    'Cette clé a déjà deux secrets valables : révoquez celui qui ne sert plus avant d’en créer un autre.',
  TOO_MANY_API_KEYS: '{max} clés d’API valables au plus par agence : révoquez-en une d’abord.',
};
