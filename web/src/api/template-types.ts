import type { Message } from './types.js';

export type Channel = Message['channel'];
/** Manual, "Modèles d'emails / de SMS": the two lists. */
export type TemplateList = 'CONTRACTORS' | 'OTHERS';

export interface TemplateRow {
  code: string;
  channel: Channel;
  list: TemplateList;
  title: string;
  /** The agency uses its own text. */
  changed: boolean;
  version: number;
  savedAt?: string;
  savedBy: string;
}

export interface TemplateText {
  /** Of a mail. */
  subject: string;
  /** HTML of a mail, plain text of an SMS. */
  body: string;
}

export interface TemplateVariable {
  name: string;
  label: string;
  example: string;
  insert: string;
}

export interface SmsCount {
  typedCharacters: number;
  typedSms: number;
  characters: number;
  sms: number;
  encoding: SmsEncoding;
  outsideGsm7: string[];
  /** Empty: it is GSM-7 as it is. */
  transliterated: string;
  /** Of the whole. */
  transliteratedSms: number;
}

export type SmsEncoding = 'GSM7' | 'UCS2';

export interface Template {
  row: TemplateRow;
  text: TemplateText;
  shipped: TemplateText;
  variables: TemplateVariable[];
  /** Of an SMS as it is saved. */
  count?: SmsCount;
}

export interface TemplatePreview {
  subject: string;
  html: string;
  text: string;
  count?: SmsCount;
}

export interface SimulatedMessage {
  at?: string;
  channel: Channel;
  template: string;
  title: string;
  recipientName: string;
  recipients: string[];
  subject: string;
  text: string;
  delivery: Message['delivery'];
  sms: number;
  encoding?: SmsEncoding;
  reminder: boolean;
}

export interface Simulation {
  messages: SimulatedMessage[];
  mails: number;
  sms: number;
}
