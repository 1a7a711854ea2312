/** The gateway's own limits, told before a file leaves. */
export const MAX_FILES = 20;
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
