import { Input, Text } from '@mantine/core';
import { IconCamera, IconPaperclip } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ChangeEvent, DragEvent, ReactNode } from 'react';
import type { UploadQueue } from '../../api/uploads/upload-queue.js';
import { UPLOADS } from '../../fr.js';
import { UploadRow } from './upload-row.js';
import classes from './uploads.module.css';
import { useUploadItems } from './use-uploads.js';

interface Props {
  label: string;
  description?: string;
  queue: UploadQueue;
  maximum: number;
  error?: ReactNode;
  /** Also offers the camera, on a device that is touched. */
  camera?: boolean;
  size?: 'sm' | 'md';
}

/** Drag and drop, or the file picker; the input itself carries the label. */
export function UploadField({ label, description, queue, maximum, error, camera, size }: Props) {
  const id = useId();
  const items = useUploadItems(queue);
  const [isOver, setIsOver] = useState(false);
  const [overflow, setOverflow] = useState(false);
  const add = (files: FileList | null): void => setOverflow(queue.add([...(files ?? [])]) > 0);
  const onChosen = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void => {
    add(input.files);
    // The same file may be chosen again after its removal.
    input.value = '';
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    add(event.dataTransfer.files);
  };
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      size={size}
      error={overflow ? UPLOADS.tooMany(maximum) : error}
    >
      <label
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(e) => {
          e.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <IconPaperclip size={18} aria-hidden />
        <Text size="sm" component="span">
          {UPLOADS.drop} <span className={classes.choose}>{UPLOADS.choose}</span>
        </Text>
        <input
          id={id}
          type="file"
          className={classes.input}
          aria-label={label}
          multiple={maximum > 1}
          onChange={onChosen}
        />
      </label>
      {camera && (
        <label className={`${classes.drop} ${classes.camera}`}>
          <IconCamera size={20} aria-hidden />
          <span className={classes.choose}>{UPLOADS.camera}</span>
          <input
            type="file"
            className={classes.input}
            accept="image/*"
            capture="environment"
            aria-label={UPLOADS.camera}
            onChange={onChosen}
          />
        </label>
      )}
      {items.length > 0 && (
        <ul className={classes.items} aria-live="polite">
          {items.map((item) => (
            <UploadRow
              key={item.key}
              item={item}
              onRemove={() => queue.remove(item.key)}
              onRetry={() => queue.retry(item.key)}
            />
          ))}
        </ul>
      )}
    </Input.Wrapper>
  );
}
