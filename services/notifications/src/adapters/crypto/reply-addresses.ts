import { createHmac, timingSafeEqual } from 'node:crypto';
import { ReplyAddresses } from '../../application/ports/answers/reply-addresses.js';

const MAC_LENGTH = 16;
const TOKEN = /^(?<ref>[0-9a-f]{20})\.(?<mac>[0-9a-f]{16})$/;

/** `reponses+<conversation>.<HMAC>@agence.example`: lower-case hexadecimal, because servers may change case. */
export class SignedReplyAddresses extends ReplyAddresses {
  private readonly local: string;
  private readonly domain: string;

  /** `mailbox`: an address with plus-addressing. */
  constructor(
    mailbox: string,
    private readonly key: Buffer,
  ) {
    super();
    const at = mailbox.lastIndexOf('@');
    this.local = mailbox.slice(0, at).toLowerCase();
    this.domain = mailbox.slice(at + 1).toLowerCase();
  }

  of(ref: string): string {
    return `${this.local}+${ref}.${this.mac(ref)}@${this.domain}`;
  }

  read(addresses: readonly string[]): readonly string[] {
    const refs = addresses.map((address) => this.readOne(address.toLowerCase()));
    return [...new Set(refs.filter((ref) => ref !== undefined))];
  }

  private readOne(address: string): string | undefined {
    const [prefix, suffix] = [`${this.local}+`, `@${this.domain}`];
    if (!address.startsWith(prefix) || !address.endsWith(suffix)) return undefined;
    const { ref, mac } = TOKEN.exec(address.slice(prefix.length, -suffix.length))?.groups ?? {};
    if (ref === undefined || mac === undefined) return undefined;
    return timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(ref))) ? ref : undefined;
  }

  private mac(ref: string): string {
    return createHmac('sha256', this.key).update(`reply|${ref}`).digest('hex').slice(0, MAC_LENGTH);
  }
}

/** The platform has no mailbox for answers: they go to the agency's people, as typed in their mail program. */
export class NoReplyAddresses extends ReplyAddresses {
  of(): undefined {
    return undefined;
  }

  read(): readonly string[] {
    return [];
  }
}
