import { ActionIcon, Progress, Text } from '@mantine/core';
import { IconFile, IconRefresh, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { NetworkError, ProblemError } from '../../api/http/problem.js';
import { FileRefused } from '../../api/uploads/upload-queue.js';
import type { UploadItem } from '../../api/uploads/upload-queue.js';
import { COMMON, UPLOADS } from '../../fr.js';
import { errorText } from '../error-text.js';
import { formatBytes } from '../../lib/bytes.js';
import classes from './uploads.module.css';

interface Props {
  item: UploadItem;
  onRemove: () => void;
  onRetry: () => void;
}

export function UploadRow({ item, onRemove, onRetry }: Props) {
  return (
    <li className={classes.item}>
      <Preview file={item.file} />
      <div className={classes.itemBody}>
        <Text size="sm" className="clip" title={item.name}>
          {item.name}
        </Text>
        {item.state === 'failed' ? (
          <Text size="xs" c="var(--danger)">
            {failureText(item.error)}
          </Text>
        ) : (
          <Text size="xs" className="soft">
            {formatBytes(item.size)}
            {item.state === 'done' && ` · ${UPLOADS.done}`}
          </Text>
        )}
        {(item.state === 'sending' || item.state === 'waiting') && (
          <Progress value={item.percent} size="xs" aria-label={UPLOADS.progress(item.name)} />
        )}
      </div>
      {item.state === 'failed' && isPassing(item.error) && (
        <ActionIcon variant="subtle" aria-label={UPLOADS.retry(item.name)} onClick={onRetry}>
          <IconRefresh size={17} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" color="gray" aria-label={COMMON.remove(item.name)} onClick={onRemove}>
        <IconX size={17} aria-hidden />
      </ActionIcon>
    </li>
  );
}

/** Sending the same bytes again helps only when they did not arrive, or the server was busy. */
function isPassing(error: unknown): boolean {
  if (error instanceof ProblemError) return error.status >= 500 || error.status === 429;
  return error instanceof NetworkError;
}

const REFUSALS = { empty: UPLOADS.empty, 'too-large': UPLOADS.tooLarge };

function failureText(error: unknown): string {
  if (error instanceof FileRefused) return REFUSALS[error.reason];
  // The server tells faults per file, and each file is sent alone.
  const detail = error instanceof ProblemError ? error.fields[0]?.detail : undefined;
  return detail ?? errorText(error);
}

/** The picture itself for an image on this machine, else a sheet of paper. */
function Preview({ file }: { file: File | undefined }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!file?.type.startsWith('image/')) return;
    const created = URL.createObjectURL(file);
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [file]);
  return url ? (
    <img src={url} alt="" className={classes.preview} onError={() => setUrl(undefined)} />
  ) : (
    <span className={classes.preview}>
      <IconFile size={18} aria-hidden />
    </span>
  );
}
