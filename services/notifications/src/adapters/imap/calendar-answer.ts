/**
 * What somebody answered to our invitation (RFC 5546), in words: that is their message.
 * Programs send less than the standard asks for, so only the lines that matter are read.
 */
import { longDateTime, parisInstant } from '@intervia/french';

interface ContentLine {
  readonly name: string;
  readonly params: string;
  readonly value: string;
}

const LINE = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/;
const SAID: Readonly<Record<string, string>> = {
  DECLINED: 'Rendez-vous refusé',
  ACCEPTED: 'Rendez-vous accepté',
  TENTATIVE: 'Rendez-vous accepté sous réserve',
};

function contentLines(text: string): ContentLine[] {
  const unfolded = text.replace(/\r\n?/g, '\n').replace(/\n[ \t]/g, '');
  return unfolded.split('\n').flatMap((line) => {
    if (line.length > 10_000) return [];
    const [, name = '', params = '', value = ''] = LINE.exec(line) ?? [];
    return name === '' ? [] : [{ name: name.toUpperCase(), params: params.toUpperCase(), value }];
  });
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));

/** "20261125T090000Z", or a time of Paris: calendars of our people keep no other. */
function instantOf(value: string): Date | undefined {
  const [, year, month, day, hour, minute, utc] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})\d{2}(Z?)$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
  };
  return utc
    ? new Date(Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute))
    : parisInstant(wall);
}

/** Undefined when it is no answer: an invitation that was sent along, say. */
export function calendarAnswer(calendar: string): string | undefined {
  const lines = contentLines(calendar);
  const find = (name: string) => lines.find((line) => line.name === name);
  const method = find('METHOD')?.value.trim().toUpperCase();
  const comment = unescaped(find('COMMENT')?.value ?? '').trim();
  const because = comment === '' ? '' : ` : ${comment}`;
  if (method === 'COUNTER') {
    const start = instantOf(find('DTSTART')?.value.trim() ?? '');
    return `Autre horaire proposé${start ? ` : ${longDateTime(start)}` : ''}${comment === '' ? '' : `\n${comment}`}`;
  }
  if (method !== 'REPLY') return undefined;
  const status = /PARTSTAT="?([A-Z-]+)/.exec(find('ATTENDEE')?.params ?? '')?.[1] ?? '';
  return `${SAID[status] ?? 'Réponse à l’invitation'}${because}`;
}
