import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { newKey } from '../lib/keys.js';
import { http, withQuery } from './http/http.js';
import { ProblemError } from './http/problem.js';
import type { Channel, Template, TemplatePreview, TemplateRow, TemplateText } from './types.js';

/** A template is known by its code, once for mail and once for SMS. */
export interface TemplateId {
  code: string;
  channel: Channel;
}

const keys = {
  lists: ['templates'] as const,
  list: (channel: Channel) => ['templates', channel] as const,
  one: ({ code, channel }: TemplateId) => ['template', channel, code] as const,
};

const pathOf = ({ code }: TemplateId, below = ''): string =>
  `/api/templates/${encodeURIComponent(code)}${below}`;

export function useTemplates(channel: Channel) {
  return useQuery({
    queryKey: keys.list(channel),
    queryFn: async ({ signal }) =>
      (await http.get<{ templates: TemplateRow[] }>('/api/templates', { channel }, signal)).templates,
  });
}

export function useTemplate(id: TemplateId) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => http.get<Template>(pathOf(id), { channel: id.channel }, signal),
    // Others may have saved it since.
    staleTime: 0,
  });
}

interface Saving {
  text: TemplateText;
  /** The one that was edited: a repetition after a lost answer is refused, and found to be saved. */
  version: number;
}

export function useSaveTemplate(id: TemplateId) {
  return useTemplateChange<Saving>(id, (body) =>
    http.change<Template>('PUT', pathOf(id), { channel: id.channel, ...body }),
  );
}

export function useResetTemplate(id: TemplateId) {
  return useTemplateChange<{ version: number }>(id, ({ version }) =>
    http.change<Template>('DELETE', withQuery(pathOf(id), { channel: id.channel, version })),
  );
}

function useTemplateChange<V>(id: TemplateId, change: (variables: V) => Promise<Template>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (template) => {
      client.setQueryData(keys.one(id), template);
      return client.invalidateQueries({ queryKey: keys.lists });
    },
    onError: (error) => {
      if (!(error instanceof ProblemError) || error.code !== 'VERSION_CONFLICT') return;
      void client.invalidateQueries({ queryKey: keys.one(id) });
      void client.invalidateQueries({ queryKey: keys.lists });
    },
  });
}

/** What it would be for somebody, with example data or those of a ticket. */
export function useTemplatePreview(id: TemplateId, text: TemplateText, ticketId: string | undefined) {
  return useQuery({
    queryKey: ['template-preview', id, text, ticketId],
    queryFn: ({ signal }) =>
      http.post<TemplatePreview>(
        pathOf(id, '/preview'),
        { channel: id.channel, text, ticketId },
        undefined,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}

interface TestSending {
  text: TemplateText;
  ticketId: string | undefined;
  mobile: string | undefined;
}

export function useSendTest(id: TemplateId) {
  return useMutation({
    mutationFn: (sending: TestSending) =>
      http.post<{ recipient: string }>(pathOf(id, '/test'), { channel: id.channel, ...sending }, newKey()),
  });
}
