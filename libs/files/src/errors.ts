/** Known to the filters by shape (`code`, `kind`): this lib needs nothing of messaging. */
class FileError extends Error {
  constructor(
    readonly code: string,
    readonly kind: 'invalid' | 'not-found',
    readonly params: Record<string, string>,
  ) {
    super(code);
  }
}

export class FileTooLarge extends FileError {
  override readonly name = 'FileTooLarge';

  constructor(name: string, maxBytes: number) {
    super('FILE_TOO_LARGE', 'invalid', { name, maxBytes: String(maxBytes) });
  }
}

export class FileEmpty extends FileError {
  override readonly name = 'FileEmpty';

  constructor(name: string) {
    super('FILE_EMPTY', 'invalid', { name });
  }
}

export class FileTypeRefused extends FileError {
  override readonly name = 'FileTypeRefused';

  constructor(name: string, mediaType: string) {
    super('FILE_TYPE_REFUSED', 'invalid', { name, mediaType });
  }
}

export class FileNotFound extends FileError {
  override readonly name = 'FileNotFound';

  constructor(id: string) {
    super('FILE_NOT_FOUND', 'not-found', { id });
  }
}
