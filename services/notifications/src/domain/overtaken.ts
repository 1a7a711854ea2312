import type { Message } from './message.js';
import type { TemplateCode } from './template-codes.js';

const REMINDERS: ReadonlySet<TemplateCode> = new Set<TemplateCode>([
  'work-order-reminder.contractor',
  'quote-reminder.contractor',
  'invoice-reminder.contractor',
  'approval-reminder.correspondent',
  'appointment-reminder.contractor',
  'completion-reminder.contractor',
]);

export const isReminder = ({ template }: Pick<Message, 'template'>): boolean => REMINDERS.has(template);

/**
 * A reminder of what had not left when it became due: sendings were stuck, and who reads the request need not be
 * reminded of it in the same minute.
 * @param others of the same ticket
 */
export function isOvertaken(message: Message, others: readonly Message[]): boolean {
  if (!isReminder(message)) return false;
  return others.some(
    (other) =>
      other.id !== message.id &&
      other.channel === message.channel &&
      other.missionId === message.missionId &&
      other.correspondentId === message.correspondentId &&
      other.audience === message.audience &&
      other.queuedAt < message.queuedAt &&
      wasStuck(other, message.queuedAt),
  );
}

function wasStuck({ status, sentAt }: Message, until: Date): boolean {
  return status === 'queued' || status === 'sending' || (sentAt !== undefined && sentAt >= until);
}
