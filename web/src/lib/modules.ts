import type { ModuleCode } from '../api/types.js';

/** The module as the address writes it. */
export type ModulePath = Lowercase<ModuleCode>;

export const MODULE_PATHS: readonly ModulePath[] = ['syndic', 'gerance'];

export function isModulePath(value: string | undefined): value is ModulePath {
  return MODULE_PATHS.some((path) => path === value);
}

export function moduleOf(path: ModulePath): ModuleCode {
  return path === 'syndic' ? 'SYNDIC' : 'GERANCE';
}
