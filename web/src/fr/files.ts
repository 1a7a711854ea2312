import { MOST, UPLOAD_LIMITS } from '@intervia/rules';

/** In numbers that the gateway holds to. */
export const MOST_PER_FILE = `${UPLOAD_LIMITS.bytes / 1024 ** 2} Mo`;
export const MOST_FILES = `${UPLOAD_LIMITS.files} fichiers au plus, ${MOST_PER_FILE} chacun`;
export const MOST_DEFAULT_FILES = `${MOST.defaultAttachments} fichiers au plus`;
