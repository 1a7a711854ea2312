import { VersionConflict } from '@intervia/mongo';
import { Injectable } from '@nestjs/common';
import { checkNumberOfViews, checkView, withoutView, withView } from '../../domain/settings/own-views.js';
import type { OwnView } from '../../domain/settings/own-views.js';
import { ActorNotAllowed, assertNone, InvalidCommand } from '../../domain/values/errors.js';
import type { Module } from '../../domain/values/model.js';
import { OwnViews } from '../ports/own-views.js';
import type { ViewsOwner } from '../ports/own-views.js';
import type { Caller } from '../running/caller.js';

const ATTEMPTS = 3;

/** The views of the list that each user keeps, by name; each answer holds all of them. */
@Injectable()
export class OwnViewsHandler {
  constructor(private readonly ownViews: OwnViews) {}

  async list(caller: Caller, module: Module | undefined): Promise<readonly OwnView[]> {
    return (await this.ownViews.of(ownerOf(caller, module))).views;
  }

  save(caller: Caller, module: Module | undefined, view: OwnView): Promise<readonly OwnView[]> {
    assertNone(checkView(view));
    return this.change(ownerOf(caller, module), (views) => withView(views, view));
  }

  remove(caller: Caller, module: Module | undefined, name: string): Promise<readonly OwnView[]> {
    return this.change(ownerOf(caller, module), (views) => withoutView(views, name));
  }

  /** Made again on what another tab saved meanwhile. */
  private async change(
    owner: ViewsOwner,
    changed: (views: readonly OwnView[]) => readonly OwnView[],
    attempts = ATTEMPTS,
  ): Promise<readonly OwnView[]> {
    const kept = await this.ownViews.of(owner);
    const views = changed(kept.views);
    assertNone(checkNumberOfViews(views));
    try {
      await this.ownViews.save(owner, { ...kept, views });
      return views;
    } catch (error) {
      if (!(error instanceof VersionConflict) || attempts === 1) throw error;
      return this.change(owner, changed, attempts - 1);
    }
  }
}

function ownerOf({ agencyId, actor }: Caller, module: Module | undefined): ViewsOwner {
  if (actor.kind !== 'USER') throw new ActorNotAllowed('OwnViews');
  if (!module) throw new InvalidCommand([{ field: 'module', code: 'REQUIRED' }]);
  return { agencyId, userId: actor.id, module };
}
