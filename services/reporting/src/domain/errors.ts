import { AppError } from '@intervia/rules';

export class ArchiveNotFound extends AppError.of('ARCHIVE_NOT_FOUND', 'not-found') {}
