import { longDateTime } from '@intervia/french';
import { shareDocuments } from '../../../domain/planning/share-documents.js';
import type { AccountNotice, DigestEntry, Notice } from '../../../domain/notice.js';

interface NoticeWords {
  readonly subject: string;
  readonly intro: string;
  readonly button: string;
  readonly footer: string;
}

type WordsOf<K extends Notice['kind']> = (notice: Extract<Notice, { kind: K }>) => NoticeWords;

const alerts = (entries: readonly DigestEntry[]): string =>
  entries.length === 1 ? '1 alerte' : `${entries.length} alertes`;

const when = ({ at }: AccountNotice): string => longDateTime(at);
const where = ({ device, address }: AccountNotice): string =>
  address === '' ? device : `${device}, adresse ${address}`;
const OWN_ACCOUNT =
  'Vous recevez ce message car il concerne votre compte. Il ne vous sera jamais demandé votre mot de passe par e-mail.';

/** What is told to the agency's own people, apart from the tickets' messages. */
export const NOTICES: { readonly [K in Notice['kind']]: WordsOf<K> } = {
  digest: ({ entries }) => ({
    subject: `Récapitulatif de vos tickets : ${alerts(entries)}`,
    intro: `Depuis votre dernier récapitulatif : ${alerts(entries)}.`,
    button: 'Ouvrir les tickets',
    footer: 'Vous recevez un récapitulatif par jour, selon votre choix dans l’extranet.',
  }),
  'credits-low': ({ service, creditsLeft, threshold }) => ({
    subject: `Crédits SMS bientôt épuisés : ${creditsLeft}`,
    intro: `Le compte SMS ${service} n’a plus que ${creditsLeft} crédits, pour un seuil d’alerte de ${threshold}. Sans crédit, les SMS attendent et finissent par échouer.`,
    button: '',
    footer: 'Vous recevez ce message car vous administrez ce compte.',
  }),
  'webhook-disabled': ({ host, isGone }) => ({
    subject: `Webhook désactivé : ${host}`,
    intro: `Le webhook vers ${host} a été désactivé : ${
      isGone
        ? 'ce serveur a répondu qu’il ne voulait plus rien recevoir (410)'
        : 'ce serveur n’a accepté aucun envoi depuis plus de deux jours'
    }. Ce qui n’a pas été remis est conservé trente jours : une fois le serveur rétabli, réactivez le webhook dans « Sécurité de l’agence » pour que les envois reprennent.`,
    button: 'Ouvrir la sécurité de l’agence',
    footer: 'Vous recevez ce message car vous administrez l’agence.',
  }),
  'report-ready': ({ name, title, documents }) => ({
    subject: `${title} : votre document est prêt`,
    intro: `Bonjour ${name}, le document que vous avez demandé est prêt : ${title}. ${
      shareDocuments(documents).attached.length > 0
        ? 'Vous le trouverez en pièce jointe, et dans la liste des rapports.'
        : 'Il est trop volumineux pour être joint : vous le trouverez dans la liste des rapports.'
    }`,
    button: 'Ouvrir la liste des rapports',
    footer: 'Vous recevez ce message car vous avez demandé ce document dans l’extranet.',
  }),
  'password-reset': (notice) => ({
    subject: 'Choisir un nouveau mot de passe',
    intro: `Bonjour ${notice.name}, vous avez demandé à choisir un nouveau mot de passe le ${when(notice)} (${where(notice)}). Le lien ci-dessous est valable 30 minutes et ne sert qu’une fois. Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.`,
    button: 'Choisir un nouveau mot de passe',
    footer: OWN_ACCOUNT,
  }),
  'password-changed': (notice) => ({
    subject: 'Votre mot de passe a été changé',
    intro: `Bonjour ${notice.name}, le mot de passe de votre compte a été changé le ${when(notice)} (${where(notice)}). Vos autres appareils ont été déconnectés. Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe par « Mot de passe oublié » et prévenez votre agence.`,
    button: 'Ouvrir mon compte',
    footer: OWN_ACCOUNT,
  }),
  'new-device': (notice) => ({
    subject: 'Nouvelle connexion à votre compte',
    intro: `Bonjour ${notice.name}, votre compte vient d’être ouvert depuis un appareil que nous ne connaissions pas : ${where(notice)}, le ${when(notice)}. Si c’était vous, vous n’avez rien à faire. Sinon, déconnectez cet appareil et changez votre mot de passe.`,
    button: 'Voir mes appareils connectés',
    footer: OWN_ACCOUNT,
  }),
  'second-factor-changed': (notice) => ({
    subject: 'La double authentification de votre compte a changé',
    intro: `Bonjour ${notice.name}, un moyen de double authentification de votre compte a été ajouté ou retiré le ${when(notice)} (${where(notice)}). Si ce n’était pas vous, changez votre mot de passe et prévenez votre agence.`,
    button: 'Ouvrir mon compte',
    footer: OWN_ACCOUNT,
  }),
};
