import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from './http/http.js';
import type {
  ChangeType,
  CreateWebhookResponse,
  ListWebhookDeliveriesResponse,
  ListWebhooksResponse,
} from './types.js';

const KEY = ['security', 'webhooks'] as const;
const PATH = '/api/security/webhooks';

export interface NewWebhook {
  url: string;
  types: ChangeType[];
}

export function useWebhooks() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => http.get<ListWebhooksResponse>(PATH, {}, signal),
    staleTime: 0,
  });
}

export function useWebhookDeliveries(id: string) {
  return useInfiniteQuery({
    queryKey: [...KEY, id, 'deliveries'],
    queryFn: ({ pageParam, signal }) =>
      http.get<ListWebhookDeliveriesResponse>(`${PATH}/${id}/deliveries`, { cursor: pageParam }, signal),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    staleTime: 0,
  });
}

function useWebhookChange<V, T>(change: (value: V) => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: ['security'] }),
  });
}

export const useCreateWebhook = () =>
  useWebhookChange((asked: NewWebhook) => http.change<CreateWebhookResponse>('POST', PATH, asked));

export const usePauseWebhook = () =>
  useWebhookChange(({ id, paused }: { id: string; paused: boolean }) =>
    http.change<void>('PUT', `${PATH}/${id}/pause`, { paused }),
  );

export const useDeleteWebhook = () =>
  useWebhookChange((id: string) => http.change<void>('DELETE', `${PATH}/${id}`));

export const useReplayDelivery = () =>
  useWebhookChange(({ id, deliveryId }: { id: string; deliveryId: string }) =>
    http.change<void>('POST', `${PATH}/${id}/deliveries/${deliveryId}/replay`),
  );
