import { AppError } from '@intervia/rules';

export class FileTooLarge extends AppError {
  constructor(name: string, maxBytes: number) {
    super('FILE_TOO_LARGE', 'invalid', { name, maxBytes: String(maxBytes) });
  }
}

export class FileEmpty extends AppError {
  constructor(name: string) {
    super('FILE_EMPTY', 'invalid', { name });
  }
}

export class FileTypeRefused extends AppError {
  constructor(name: string, mediaType: string) {
    super('FILE_TYPE_REFUSED', 'invalid', { name, mediaType });
  }
}

export class FileNotFound extends AppError {
  constructor(id: string) {
    super('FILE_NOT_FOUND', 'not-found', { id });
  }
}
