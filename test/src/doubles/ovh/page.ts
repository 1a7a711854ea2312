import type { OutgoingSms } from './sms-store.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Links stay links, so that a demo can be followed from the SMS. */
const withLinks = (text: string): string =>
  escape(text).replace(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const row = (sms: OutgoingSms): string => `<article>
  <header><b>${escape(sms.receiver)}</b> · ${escape(sms.sender)} · ${escape(sms.creationDatetime)} · ${sms.numberOfSms} SMS</header>
  <p>${withLinks(sms.message)}</p>
</article>`;

/** The SMS that were accepted, newest first. */
export function smsPage(messages: readonly OutgoingSms[]): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5">
<title>SMS envoyés (${messages.length})</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;background:#f4f5f7;color:#1c2733}
article{background:#fff;border-radius:.5rem;padding:.75rem 1rem;margin:0 0 .75rem}header{color:#5a6672;font-size:.85rem}p{margin:.25rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
</style></head><body><h1>SMS envoyés</h1>${messages.toReversed().map(row).join('\n') || '<p>Aucun SMS pour le moment.</p>'}</body></html>`;
}
