import { OutboxRelay } from '@intervia/mongo';

/** Tells whose sessions ended or rights changed. */
export class AccessRelay extends OutboxRelay {}
