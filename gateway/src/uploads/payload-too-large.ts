import { AppError } from '@intervia/messaging';

export class PayloadTooLarge extends AppError {
  constructor() {
    super('PAYLOAD_TOO_LARGE', 'invalid');
  }
}
