import { AppError } from '@intervia/messaging';

export class PayloadTooLarge extends AppError.of('PAYLOAD_TOO_LARGE', 'invalid') {}
