import EmailReplyParser from 'email-reply-parser';

const parser = new EmailReplyParser();

/**
 * What French programs write above a quotation and the library does not know, most of all when they break the line:
 * "Le lun. 24 nov. 2026 à 09:12, Cabinet <x@y> a\nécrit :", and Outlook's block of De, Envoyé, À, Objet.
 */
const FRENCH_QUOTATIONS: readonly RegExp[] = [
  /^[> ]*Le (?:lun|mar|mer|jeu|ven|sam|dim|\d)[^\n]{0,200}(?:\n[^\n]{1,200}){0,2}?\sa\s+écrit\s*:/mu,
  /^[>\s]*_{10,}\s*$/m,
  /^[>\s]*-{2,}\s*(?:Message d['’]origine|Message transféré|Original Message)\s*-{2,}/im,
  /^[>\s*]*De\s*:[^\n]+\n(?:[^\n]+\n){0,2}?[>\s*]*(?:Envoyé|Date|À|Objet)\s*:/m,
];

/** What was written, without what it answers to and without the program's own signature. */
export function visibleText(text: string): string {
  const written = text.replace(/\r\n/g, '\n').replace(/\u00a0|\u202f/g, ' ');
  const cuts = FRENCH_QUOTATIONS.map((pattern) => written.search(pattern)).filter((at) => at >= 0);
  const answer = written.slice(0, Math.min(written.length, ...cuts));
  const visible = parser.read(answer).getVisibleText().trim();
  // Nothing but a quotation, it seems: better too much than an answer lost.
  return visible || answer.trim() || written.trim();
}
