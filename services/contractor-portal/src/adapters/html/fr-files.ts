import { LINK_UPLOAD_LIMITS } from '@intervia/rules';

export const MOST_FILES = `${LINK_UPLOAD_LIMITS.files} fichiers`;
export const MOST_PER_FILE = `${LINK_UPLOAD_LIMITS.bytes / 1024 ** 2} Mo`;
