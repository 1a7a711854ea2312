/** What people attach to tickets, with the extensions each goes by; the first is given when there is none. */
export const DOCUMENT_EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/tiff': ['tiff', 'tif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  // The container of the office files of old, and of protected ones; its bytes do not tell which.
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg', 'docx', 'xlsx', 'pptx'],
  'application/rtf': ['rtf'],
  // E-invoices (UBL, CII); never shown by a browser of ours, only saved.
  'application/xml': ['xml'],
  'text/plain': ['txt', 'csv', 'md', 'log'],
};

export const DOCUMENT_TYPES: readonly string[] = Object.keys(DOCUMENT_EXTENSIONS);
