import { AppError } from '@intervia/rules';

/** Two at the same time could write an older record over a newer one. */
export class ImportRunning extends AppError.of('IMPORT_RUNNING', 'conflict') {}

/** Another run has taken over. */
export class ImportLost extends AppError.of('IMPORT_LOST', 'conflict') {}

export class ImportNotFound extends AppError.of('IMPORT_NOT_FOUND', 'not-found') {}
