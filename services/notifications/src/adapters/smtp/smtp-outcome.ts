import type { Outcome } from '../../domain/message.js';

/** The parts of nodemailer's errors that decide. */
export interface SmtpError {
  readonly message: string;
  readonly code?: string;
  /** The server's reply code, absent when it said nothing. */
  readonly responseCode?: number;
  readonly recipient?: string;
  readonly rejectedErrors?: readonly SmtpError[];
}

/** A wrong password or certificate is ours to mend, and the mail should leave once it is. */
const OURS_TO_MEND: ReadonlySet<string> = new Set(['EAUTH', 'ENOAUTH', 'ETLS']);
/** Seen before anything was sent: an address that is none, a mail larger than the server takes. */
const NEVER_POSSIBLE: ReadonlySet<string> = new Set(['EENVELOPE', 'EMESSAGE']);

const isPermanent = ({ responseCode }: SmtpError): boolean =>
  responseCode !== undefined && responseCode >= 500;

/** RFC 5321: 4yz may pass later, 5yz never. Without any reply, what counts is whether the mail had been handed over. */
export function outcomeOfError(error: SmtpError, handedOver: boolean): Outcome {
  const causes = error.rejectedErrors?.length ? error.rejectedErrors : [error];
  const detail = causes.map(({ message }) => message).join('; ');
  const code = error.code ?? '';
  if (OURS_TO_MEND.has(code)) return { kind: 'deferred', detail };
  if (causes.every(isPermanent)) return { kind: 'refused', detail };
  const answered = causes.some(({ responseCode }) => responseCode !== undefined);
  if (answered) return { kind: 'deferred', detail };
  if (handedOver) return { kind: 'unknown', detail };
  return { kind: NEVER_POSSIBLE.has(code) ? 'refused' : 'deferred', detail };
}

/** Accepted, with what is to be said of the recipients the server did not take. */
export function outcomeOfAcceptance(rejected: readonly SmtpError[]): Outcome {
  return {
    kind: 'accepted',
    later: rejected.filter((error) => !isPermanent(error)).flatMap(({ recipient }) => recipient ?? []),
    refusals: rejected.filter(isPermanent).map(({ message }) => message),
  };
}

/**
 * What failed, in our own words: the other side of an account that an agency named may be anything, and what it says would
 * be read by whoever named it.
 */
function ownWords({ code = '', responseCode }: SmtpError): string {
  if (responseCode !== undefined) return `code ${responseCode}`;
  return OWN_WORDS[code] ?? 'connexion impossible';
}

const OWN_WORDS: Readonly<Record<string, string>> = {
  EHOST: 'serveur introuvable ou non autorisé',
  EAUTH: 'identifiant ou mot de passe refusé',
  ENOAUTH: 'identifiant ou mot de passe refusé',
  ETLS: 'connexion chiffrée impossible',
  ETIMEDOUT: 'pas de réponse du serveur',
  EENVELOPE: 'adresse refusée',
  EMESSAGE: 'message refusé',
};

export function withoutTheirWords(outcome: Outcome, error: SmtpError): Outcome {
  if (!('detail' in outcome)) return outcome;
  const causes = error.rejectedErrors?.length ? error.rejectedErrors : [error];
  return { ...outcome, detail: [...new Set(causes.map(ownWords))].join(', ') };
}

export function withoutTheirRefusals(outcome: Outcome, rejected: readonly SmtpError[]): Outcome {
  if (outcome.kind !== 'accepted') return outcome;
  return { ...outcome, refusals: rejected.filter(isPermanent).map(ownWords) };
}
