import { Button, Group } from '@mantine/core';
import { reviewDocumentUrl } from '../api/delivery.js';
import type { Review } from '../api/types.js';
import { CHANNELS, REVIEWS } from '../fr.js';
import { formatMoment } from '../lib/dates.js';
import { formatPhone } from '../lib/phones.js';
import { ChannelIcon } from '../ui/message-list.js';
import classes from './delivery.module.css';

interface Props {
  review: Review;
  onAssign: () => void;
  onDismiss: () => void;
}

export function ReviewCard({ review, onAssign, onDismiss }: Props) {
  const { id, channel, sender, senderName, subject, text, documents, receivedAt, reason, state } = review;
  const from = [senderName, channel === 'SMS' ? formatPhone(sender) : sender].filter(Boolean).join(' · ');
  const title = subject || (channel === 'SMS' ? CHANNELS.SMS : REVIEWS.noSubject);
  return (
    <article className={classes.review} aria-label={`${title}, ${REVIEWS.from(from)}`}>
      <div className={classes.top}>
        <h2>
          <ChannelIcon channel={channel} /> {title}
        </h2>
        <time dateTime={receivedAt}>{formatMoment(receivedAt)}</time>
      </div>
      <div className={classes.line}>
        <span>{REVIEWS.from(from)}</span>
        <span>{reason}</span>
      </div>
      <p className="pre">{text}</p>
      {documents.length > 0 && (
        <ul aria-label={REVIEWS.documents} className={classes.documents}>
          {documents.map((document) => (
            <li key={document.id}>
              <a href={reviewDocumentUrl(id, document.id)} target="_blank" rel="noopener">
                {document.name}
              </a>
            </li>
          ))}
        </ul>
      )}
      {state === 'OPEN' ? (
        <Group gap="xs">
          <Button size="xs" onClick={onAssign}>
            {REVIEWS.assign}
          </Button>
          <Button size="xs" variant="default" onClick={onDismiss}>
            {REVIEWS.dismiss}
          </Button>
        </Group>
      ) : (
        <p className={classes.soft}>
          {REVIEWS.settled(review.settledBy?.name ?? '', formatMoment(review.settledAt))}
        </p>
      )}
    </article>
  );
}
