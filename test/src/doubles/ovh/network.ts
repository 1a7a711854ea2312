import type { OutgoingSms } from './sms-store.js';

/** In the words of OVH's `/sms/{service}/incoming/{id}`. */
export interface IncomingSms {
  id: number;
  sender: string;
  message: string;
  creationDatetime: string;
  credits: number;
}

const CREDITS = 100_000;

/** What happens beyond OVH: telephones that are reached or not, and people who answer. */
export class Network {
  credits = CREDITS;
  private readonly fates = new Map<string, number>();
  private readonly incoming = new Map<string, IncomingSms[]>();
  private lastId = 0;

  setFate(receiver: string, ptt: number): void {
    this.fates.set(receiver, ptt);
  }

  withFate(sms: OutgoingSms): OutgoingSms {
    return { ...sms, ptt: this.fates.get(sms.receiver) ?? sms.ptt };
  }

  receive(service: string, sender: string, message: string): number {
    this.lastId += 1;
    const sms = { id: this.lastId, sender, message, creationDatetime: new Date().toISOString(), credits: 0 };
    this.incoming.set(service, [...this.incomingOf(service), sms]);
    return sms.id;
  }

  incomingOf(service: string): readonly IncomingSms[] {
    return this.incoming.get(service) ?? [];
  }
}
