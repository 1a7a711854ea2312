import { OutboxRelay } from '@intervia/mongo';

/** One relay a collection that carries events; the class is the token. */
export class StagingRelay extends OutboxRelay {}
export class LeaseRelay extends OutboxRelay {}
export class AccountRelay extends OutboxRelay {}
