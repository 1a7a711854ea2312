import type { OutgoingSms } from './sms-store.js';
import type { Refusal } from './signature.js';

/** Body of `POST /sms/{service}/jobs`. */
export interface JobRequest {
  message?: string;
  receivers?: string[];
  sender?: string;
  tag?: string;
  coding?: '7bit' | '8bit';
}

export interface Job {
  accepted: Omit<OutgoingSms, 'id'>[];
  validReceivers: string[];
  invalidReceivers: string[];
}

const RECEIVER = /^\+[1-9]\d{7,14}$/;
const SENDER = /^[A-Za-z0-9 ]{1,11}$/;
const LENGTHS = { '7bit': { alone: 160, part: 153 }, '8bit': { alone: 70, part: 67 } } as const;
const DELIVERED = 4;

const badRequest = (message: string): Refusal => ({ status: 400, errorCode: 'Client::BadRequest', message });

export function isRefusal(result: Job | Refusal): result is Refusal {
  return 'status' in result;
}

/** What OVH makes of a job: numbers it cannot reach are named and the others served. */
export function readJob(request: JobRequest, at: Date): Job | Refusal {
  const { message, receivers, sender = '', tag = '', coding = '7bit' } = request;
  if (!message) return badRequest('[message] Given data (null) is not valid for type string');
  if (!Array.isArray(receivers) || receivers.length === 0) return badRequest('No receivers');
  if (!SENDER.test(sender)) return badRequest(`Sender ${sender} is not a valid sender`);
  const validReceivers = receivers.filter((receiver) => RECEIVER.test(receiver));
  const invalidReceivers = receivers.filter((receiver) => !RECEIVER.test(receiver));
  const { alone, part } = LENGTHS[coding];
  const numberOfSms = message.length <= alone ? 1 : Math.ceil(message.length / part);
  const accepted = validReceivers.map((receiver) => ({
    tag,
    receiver,
    sender,
    message,
    credits: numberOfSms,
    numberOfSms,
    creationDatetime: at.toISOString(),
    ptt: DELIVERED,
    deliveryReceipt: 1,
  }));
  return { accepted, validReceivers, invalidReceivers };
}
