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

export class FileInfected extends AppError {
  constructor(
    name: string,
    /** As the scanner calls it: for the log. */
    readonly virus: string,
  ) {
    super('FILE_INFECTED', 'invalid', { name });
  }
}

/** Nobody looked at it, so it is not kept; the same again may go through. */
export class ScanUnavailable extends AppError {
  constructor(
    readonly said: string,
    options?: ErrorOptions,
  ) {
    super('FILE_SCAN_UNAVAILABLE', 'unavailable', {}, [], options);
  }
}

export class FileNotFound extends AppError {
  constructor(id: string) {
    super('FILE_NOT_FOUND', 'not-found', { id });
  }
}
