import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ModulePath } from '../lib/modules.js';
import { http } from './http/http.js';
import type { ModuleSettings } from './types.js';

const settingsKey = (path: ModulePath) => ['settings', path] as const;

export function useModuleSettings(path: ModulePath) {
  return useQuery({
    queryKey: settingsKey(path),
    queryFn: ({ signal }) => http.get<ModuleSettings>(`/api/settings/${path}`, {}, signal),
  });
}

export function useSaveSettings(path: ModulePath) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: object; key: string }) =>
      http.change<ModuleSettings>('PUT', `/api/settings/${path}`, body, { key }),
    onSuccess: (settings) => client.setQueryData(settingsKey(path), settings),
  });
}
