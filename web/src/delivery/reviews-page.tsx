import { NativeSelect, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useReviews } from '../api/delivery.js';
import type { Review, ReviewState } from '../api/types.js';
import pageClasses from '../forms/forms.module.css';
import { COMMON, REVIEWS } from '../fr.js';
import { NotFound } from '../layout/not-found.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Loading } from '../ui/loading.js';
import { AssignDialog } from './assign-dialog.js';
import classes from './delivery.module.css';
import { DismissDialog } from './dismiss-dialog.js';
import { ReviewCard } from './review-card.js';
import { useMaySortReviews } from '../layout/use-may-sort-reviews.js';

const STATES: readonly ReviewState[] = ['OPEN', 'ASSIGNED', 'DISMISSED'];

/** Answers of unknown senders, to be filed by people. */
export default function ReviewsPage() {
  useDocumentTitle(`${REVIEWS.title} · ${COMMON.product}`);
  return useMaySortReviews() ? <Reviews /> : <NotFound />;
}

function Reviews() {
  const [state, setState] = useState<ReviewState>('OPEN');
  const { data: reviews, error, refetch } = useReviews(state);
  const [assigning, setAssigning] = useState<Review>();
  const [dismissing, setDismissing] = useState<Review>();
  return (
    <div className={pageClasses.page}>
      <Title order={1} size="h3" mb="xs">
        {REVIEWS.title}
      </Title>
      <p className={pageClasses.hint}>{REVIEWS.hint}</p>
      <NativeSelect
        label={REVIEWS.state}
        data={STATES.map((value) => ({ value, label: REVIEWS.states[value] }))}
        maw={220}
        mb="md"
        value={state}
        onChange={(event) => setState(event.currentTarget.value as ReviewState)}
      />
      {error && !reviews && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!reviews && !error && <Loading />}
      {reviews?.length === 0 && <p className={classes.soft}>{REVIEWS.empty[state]}</p>}
      <div className={classes.reviews}>
        {reviews?.map((review) => (
          <ReviewCard
            key={review.id}
            review={review}
            onAssign={() => setAssigning(review)}
            onDismiss={() => setDismissing(review)}
          />
        ))}
      </div>
      {assigning && <AssignDialog review={assigning} onClose={() => setAssigning(undefined)} />}
      {dismissing && <DismissDialog review={dismissing} onClose={() => setDismissing(undefined)} />}
    </div>
  );
}
