import { parisDay } from '@intervia/french';

/** Calendar dates around the day of the seeding, so that what is due today is due whenever the demo is made. */
export class Days {
  readonly today: string;

  constructor(now: Date) {
    this.today = parisDay(now);
  }

  /** First of the month, so many months from now; before when negative. */
  month(months: number): string {
    const [year = 0, month = 1] = this.today.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  }

  monthEnd(months: number): string {
    const [year = 0, month = 1] = this.today.split('-').map(Number);
    return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
  }

  day(days: number): string {
    return new Date(Date.parse(`${this.today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  }
}
