import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { http, withQuery } from '../api/http/http.js';
import type {
  GetDashboardResponse,
  GetStatisticsResponse,
  ListMeasuredTicketsResponse,
  ModuleCode,
} from '../api/types.js';
import { toQuery } from './address.js';
import type { Asked, Behind } from './address.js';

const FIGURES = '/api/figures';
export const PAGE = 50;

export const useStatistics = (module: ModuleCode, asked: Asked) =>
  useQuery({
    queryKey: ['figures', 'statistics', module, asked],
    queryFn: ({ signal }) =>
      http.get<GetStatisticsResponse>(`${FIGURES}/statistics`, queryOf(module, asked), signal),
    placeholderData: keepPreviousData,
  });

export const useDashboard = (module: ModuleCode, asked: Asked) =>
  useQuery({
    queryKey: ['figures', 'dashboard', module, asked],
    queryFn: ({ signal }) =>
      http.get<GetDashboardResponse>(`${FIGURES}/dashboard`, queryOf(module, asked), signal),
    placeholderData: keepPreviousData,
  });

export const useMeasuredTickets = (module: ModuleCode, asked: Asked, behind: Behind) =>
  useQuery({
    queryKey: ['figures', 'tickets', module, asked, behind],
    queryFn: ({ signal }) => {
      const { page, ...filters } = behind;
      const segment = queryOf(module, { ...asked, hours: 'CALENDAR' });
      const query = { ...segment, ...filters, skip: (page - 1) * PAGE, limit: PAGE };
      return http.get<ListMeasuredTicketsResponse>(`${FIGURES}/tickets`, query, signal);
    },
    placeholderData: keepPreviousData,
  });

export type Sheet = 'statistics' | 'dashboard';

export const sheetUrl = (format: 'csv' | 'xlsx', sheet: Sheet, module: ModuleCode, asked: Asked): string =>
  withQuery(`${FIGURES}/export.${format}`, { sheet, ...queryOf(module, asked) });

const queryOf = (module: ModuleCode, asked: Asked) => ({ module, ...toQuery(asked) });
