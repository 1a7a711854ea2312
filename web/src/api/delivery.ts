import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AlertPreference,
  ChannelSettings,
  MailAccountDto,
  MailTestDto,
  Review,
  ReviewState,
  Simulation,
} from './types.js';
import { http } from './http/http.js';

const keys = {
  channels: ['channels'] as const,
  allReviews: ['reviews'] as const,
  reviews: (state: ReviewState) => ['reviews', state] as const,
  preference: ['alert-preference'] as const,
};

const MOST_REVIEWS = 200;

export function useChannels() {
  return useQuery({
    queryKey: keys.channels,
    queryFn: ({ signal }) => http.get<ChannelSettings>('/api/channels', {}, signal),
  });
}

export function useSaveChannels() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: object) => http.change<ChannelSettings>('PUT', '/api/channels', body),
    onSuccess: (settings) => client.setQueryData(keys.channels, settings),
  });
}

export function useReviews(state: ReviewState) {
  return useQuery({
    queryKey: keys.reviews(state),
    queryFn: async ({ signal }) =>
      (await http.get<{ reviews: Review[] }>('/api/reviews', { state, limit: MOST_REVIEWS }, signal)).reviews,
    // Answers come in by themselves.
    staleTime: 0,
  });
}

interface Sorting {
  review: Review;
  /** Absent: about no ticket. */
  target?: { ticketId: string; missionId?: string; correspondentId?: string };
}

export function useSortReview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ review, target }: Sorting) =>
      http.post<Review>(`/api/reviews/${review.id}/${target ? 'assignment' : 'dismissal'}`, target ?? {}),
    // Also after a refusal: somebody else may have sorted it.
    onSettled: () => client.invalidateQueries({ queryKey: keys.allReviews }),
  });
}

export function reviewDocumentUrl(reviewId: string, documentId: string): string {
  return `/api/reviews/${reviewId}/documents/${documentId}`;
}

export function useAlertPreference() {
  return useQuery({
    queryKey: keys.preference,
    queryFn: ({ signal }) => http.get<AlertPreference>('/api/session/digest', {}, signal),
  });
}

export function useSaveAlertPreference() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (preference: AlertPreference) =>
      http.change<AlertPreference>('PUT', '/api/session/digest', preference),
    onSuccess: (preference) => client.setQueryData(keys.preference, preference),
  });
}

/** Of a ticket that is not created or validated yet. */
export function simulateDraft(body: object): Promise<Simulation> {
  return http.post<Simulation>('/api/tickets/simulation', body);
}

/** What the timers of an open ticket will still send. */
export function simulateTicket(ticketId: string): Promise<Simulation> {
  return http.get<Simulation>(`/api/tickets/${ticketId}/simulation`);
}

/** Tries a mail account as it is typed; what does not work is in the answer. */
export function useTestChannels() {
  return useMutation({
    mutationFn: (mail: MailAccountDto) => http.post<MailTestDto>('/api/channels/test', mail),
  });
}
