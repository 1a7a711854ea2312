import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http } from '../../api/http/http.js';
import { useLiveEvents } from '../../api/live/live.js';
import { newKey } from '../../lib/keys.js';
import type { Values } from '../forms/field.js';
import type { StepCode, WizardCode } from '../wizards/plan/wizard.js';
import { propertyKeys } from './keys.js';
import type { Draft, DraftRow, FinalSave, Presence, SavedStep } from './types.js';

const DRAFTS = '/api/property/drafts';
const draftPath = (id: string, ...rest: string[]): string => [DRAFTS, id, ...rest].join('/');

/** Others' drafts appear, change and vanish while one looks. */
export function useDrafts(wizard: WizardCode) {
  const client = useQueryClient();
  useLiveEvents((kind) => {
    if (kind === 'draft') void client.invalidateQueries({ queryKey: propertyKeys.drafts });
  });
  return useQuery({
    queryKey: [...propertyKeys.drafts, wizard],
    queryFn: async ({ signal }) =>
      (await http.get<{ drafts: DraftRow[] }>(DRAFTS, { wizard, limit: 100 }, signal)).drafts,
    staleTime: 0,
  });
}

export function useDraft(id: string) {
  return useQuery({
    queryKey: propertyKeys.draft(id),
    queryFn: ({ signal }) => fetchDraft(id, signal),
    staleTime: 0,
    // What is typed must not be replaced behind one's back.
    refetchOnReconnect: false,
    refetchOnMount: 'always',
  });
}

export function fetchDraft(id: string, signal?: AbortSignal): Promise<Draft> {
  return http.get<Draft>(draftPath(id), undefined, signal);
}

export interface NewDraft {
  wizard: WizardCode;
  unitIds?: string[];
  mandateId?: string;
  key: string;
}

export function useCreateDrafts() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, ...body }: NewDraft) =>
      (await http.post<{ drafts: Draft[] }>(DRAFTS, body, key)).drafts,
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.drafts }),
  });
}

export interface StepToSave {
  content: Values;
  itemId: string;
  baseVersion: number;
  next: boolean;
}

/** A save that is repeated counts once: its key is made with it. */
export function saveStep(
  id: string,
  step: StepToSave,
  key = newKey(),
  keepalive = false,
): Promise<SavedStep> {
  return http.change<SavedStep>('PUT', draftPath(id, 'steps'), step, { key, keepalive });
}

export function removeItem(id: string, itemId: string): Promise<{ draft: Draft }> {
  return http.change('DELETE', draftPath(id, 'items', itemId), undefined, { key: newKey() });
}

export function useDeleteDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.change('DELETE', draftPath(id), undefined, { key: newKey() }),
    onSuccess: () => client.invalidateQueries({ queryKey: propertyKeys.drafts }),
  });
}

/** Says that one is there, and hears who else is. */
export function enterDraft(id: string, step: StepCode): Promise<{ presences: Presence[]; version: number }> {
  return http.post(draftPath(id, 'presence'), { step });
}

export function leaveDraft(id: string): Promise<void> {
  return http.change('DELETE', draftPath(id, 'presence'), undefined, { keepalive: true });
}

export function saveFinally(id: string, key: string): Promise<FinalSave> {
  return http.post(draftPath(id, 'final-save'), {}, key);
}

export function fetchFinalSave(id: string): Promise<FinalSave> {
  return http.get(draftPath(id, 'final-save'));
}
