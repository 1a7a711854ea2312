/** Stands beside the copy that somebody gets of what is held about them. */
export const READ_ME = `Copie des données personnelles détenues par l’agence
(droit d’accès et portabilité, articles 15 et 20 du RGPD)

personne.json   par quoi la personne a été recherchée
fiches.json     fiche, lots, conseil syndical, baux et comptes de gestion locative,
                compte de l’extranet, sessions ouvertes et journal de sécurité
gestion.json    brouillons de mandats et de baux, registre des mandats, échanges avec
                les caisses d’allocations (CAF)
messages.json   e-mails et SMS envoyés à la personne, réponses reçues d’elle
tickets/        un fichier par ticket où la personne apparaît : qui elle y est,
                ce qu’elle a dit ou fait, ce qui a été écrit à son sujet
documents/      les pièces que la personne a transmises, par ticket

Les fichiers .json s’ouvrent avec un navigateur ou un éditeur de texte. Les dates sont en temps universel.
Les mots de passe, les secrets et les liens personnels n’y figurent pas.
`;
