/** Refusals of the bridge to Jestimo, by code, each with what to do. */
export const JESTIMO_SENTENCES: Readonly<Record<string, string>> = {
  JESTIMO_NOT_CONFIGURED:
    'La passerelle Jestimo n’est pas configurée sur cette plateforme : demandez-le à votre exploitant.',
  JESTIMO_ACCOUNT_MISSING:
    'Votre compte Jestimo n’est pas renseigné : indiquez votre identifiant et votre mot de passe dans les paramètres Jestimo.',
  JESTIMO_ACCOUNT_REFUSED:
    'Jestimo refuse votre identifiant ou votre mot de passe : vérifiez-les dans les paramètres Jestimo.',
  JESTIMO_NO_DWELLING: 'Jestimo n’estime que les logements : ce lot n’est ni un appartement ni une maison.',
  JESTIMO_OUT_OF_FRANCE: 'Jestimo n’estime que les logements de France métropolitaine.',
  JESTIMO_SURFACE_MISSING: 'La surface habitable du lot n’est pas renseignée : complétez la fiche du lot.',
  JESTIMO_ADDRESS_MISSING:
    'L’adresse de l’immeuble n’est pas complète (voie, code postal, ville) : complétez la fiche de l’immeuble.',
  JESTIMO_REFUSED:
    'Jestimo refuse les données de ce lot. Vérifiez la fiche ; si tout est juste, contactez Jestimo.',
  JESTIMO_UNAVAILABLE: 'Jestimo ne répond pas pour le moment. Réessayez dans quelques minutes.',
  JESTIMO_UNREADABLE:
    'La réponse de Jestimo n’est pas lisible. Réessayez ; si cela persiste, contactez Jestimo.',
  UNIT_NOT_FOUND: 'Ce lot n’existe pas ou n’est pas accessible.',
  JESTIMO_ENTITY_NOT_FOUND: 'Cette entité n’existe pas ou est clôturée.',
  JESTIMO_FEED_OFF: 'L’envoi des données n’est pas activé pour cette entité : activez-le d’abord.',
};
