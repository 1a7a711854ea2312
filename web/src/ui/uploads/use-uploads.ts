import { useState, useSyncExternalStore } from 'react';
import type { DocumentRef } from '../../api/types.js';
import { UploadQueue } from '../../api/uploads/upload-queue.js';
import type { Send, UploadItem } from '../../api/uploads/upload-queue.js';
import { uploadFile } from '../../api/uploads/uploads.js';

export function useUploadQueue(
  maximum: number,
  known?: readonly DocumentRef[],
  send: Send = uploadFile,
): UploadQueue {
  const [queue] = useState(() => new UploadQueue(send, maximum, known));
  return queue;
}

export function useUploadItems(queue: UploadQueue): readonly UploadItem[] {
  return useSyncExternalStore(queue.subscribe, () => queue.items);
}
