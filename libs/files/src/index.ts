export { DOCUMENT_TYPES } from './document-types.js';
export { FileEmpty, FileInfected, FileNotFound, FileTooLarge, FileTypeRefused } from './errors.js';
export { FileStore } from './file-store.js';
export type { PutLimits, StagedFile, StoredFile, SweptFiles } from './file-store.js';
export { FilesModule } from './files.module.js';
export { LocalFileStore } from './local-file-store.js';
