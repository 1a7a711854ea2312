import { AppError } from '@intervia/rules';

export class ArchiveNotFound extends AppError {
  constructor() {
    super('ARCHIVE_NOT_FOUND', 'not-found');
  }
}
