export class ArchiveNotFound extends Error {
  override readonly name = 'ArchiveNotFound';
  readonly code = 'ARCHIVE_NOT_FOUND';
  readonly kind = 'not-found';

  constructor() {
    super('no archive of this ticket');
  }
}
