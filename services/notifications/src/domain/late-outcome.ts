import type { Change, Sendable } from './message.js';

/**
 * What OVH's codes (ptt) say of an SMS that it took (partners.md). What is not in the table is on its way, or was tried
 * and will be again: nothing final.
 */
const FINAL: Readonly<Record<number, 'delivered' | 'failed'>> = {
  4: 'delivered',
  5: 'failed',
  8: 'failed',
  23: 'failed',
  24: 'failed',
};

export const isFinal = (ptt: number): boolean => ptt in FINAL;

/** Last word of the telephone network about each number. */
export type Receipts = Readonly<Record<string, number>>;

const PART_OF_ADDRESS = /[\w.+@-]/;

/** Whether words of a server name the address itself, not a longer one that ends or begins like it. */
function names(refusal: string, address: string): boolean {
  const [said, sought] = [refusal.toLowerCase(), address.toLowerCase()];
  for (let at = said.indexOf(sought); at >= 0; at = said.indexOf(sought, at + 1)) {
    const after = said.slice(at + sought.length).replace(/^\.(?!\w)/, '');
    if (!PART_OF_ADDRESS.test(said.charAt(at - 1)) && !PART_OF_ADDRESS.test(after.charAt(0))) return true;
  }
  return false;
}

/** Nothing until every number that was written to has its last word. */
export function afterReceipts(message: Sendable, receipts: Receipts): Change | undefined {
  if (message.status !== 'sent') return undefined;
  const verdicts = message.addresses.map((address) => ({ address, verdict: FINAL[receipts[address] ?? 0] }));
  const reached = verdicts.filter(({ verdict }) => verdict === 'delivered');
  const missed = verdicts.filter(({ verdict }) => verdict === 'failed');
  // A number refused at once never gets a receipt; its refusal names it.
  const refused = verdicts.filter(
    ({ address, verdict }) => !verdict && message.refusals.some((refusal) => names(refusal, address)),
  );
  if (reached.length + missed.length + refused.length < verdicts.length) return undefined;
  const detail = missed.map(({ address }) => `${address} (${receipts[address]})`).join(', ');
  if (reached.length === 0) return { status: 'failed', reason: { code: 'NOT_DELIVERED', detail } };
  if (missed.length === 0) return { status: 'delivered', reason: message.reason };
  return {
    status: 'delivered',
    reason: { code: 'SOME_REFUSED', detail: [...message.refusals, detail].join('; ') },
  };
}

/** A mail came back. Of several recipients the others have it: the message stays sent, and says who has not. */
export function afterBounce(
  message: Sendable,
  bounce: { readonly recipient: string; readonly detail: string },
): Change | undefined {
  if (message.status !== 'sent') return undefined;
  const said = `${bounce.recipient} : ${bounce.detail}`;
  if (message.refusals.includes(said)) return undefined;
  const refusals = [...message.refusals, said];
  const isLost = (address: string) => refusals.some((refusal) => names(refusal, address));
  const detail = refusals.join('; ');
  return message.addresses.every(isLost)
    ? { status: 'failed', reason: { code: 'BOUNCED', detail }, refusals }
    : { status: 'sent', reason: { code: 'SOME_REFUSED', detail }, refusals };
}
