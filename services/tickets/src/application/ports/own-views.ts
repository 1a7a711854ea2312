import type { OwnView } from '../../domain/settings/own-views.js';
import type { Module } from '../../domain/values/model.js';

export interface ViewsOwner {
  readonly agencyId: string;
  readonly userId: string;
  readonly module: Module;
}

export interface KeptViews {
  readonly views: readonly OwnView[];
  /** 0 while there are none. */
  readonly version: number;
}

export abstract class OwnViews {
  abstract of(owner: ViewsOwner): Promise<KeptViews>;

  /**
   * @param kept with the version that was read
   * @throws VersionConflict when they were saved elsewhere meanwhile
   */
  abstract save(owner: ViewsOwner, kept: KeptViews): Promise<void>;
}
