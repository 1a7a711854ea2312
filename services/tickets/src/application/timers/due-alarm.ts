import { Injectable } from '@nestjs/common';

/** Tells, within this process, when a saved ticket becomes due: whoever waits for the next one need not look again. */
@Injectable()
export class DueAlarm {
  private listener?: (at: Date) => void;

  listen(listener: (at: Date) => void): void {
    this.listener = listener;
  }

  set(at: Date): void {
    this.listener?.(at);
  }
}
