import { IconPaperclip } from '@tabler/icons-react';
import type { FileDocument } from '../api/types.js';
import { formatBytes } from '../../lib/bytes.js';
import { TENANT } from '../fr/pages.js';
import classes from './pages.module.css';

interface Props {
  /** Of the file: "leases", "units", "parties". */
  kind: string;
  fileId: string;
  documents: readonly FileDocument[];
}

export function DocumentsOf({ kind, fileId, documents }: Props) {
  if (documents.length === 0) return <p className={classes.lead}>{TENANT.none}</p>;
  return (
    <ul className={classes.plain}>
      {documents.map(({ document, label }) =>
        document ? (
          <li key={document.id}>
            <IconPaperclip size={14} aria-hidden />{' '}
            <a href={`/api/property/files/${kind}/${fileId}/documents/${document.id}`}>
              {label || document.name}
            </a>{' '}
            <span className={classes.soft}>{formatBytes(document.size)}</span>
          </li>
        ) : null,
      )}
    </ul>
  );
}
