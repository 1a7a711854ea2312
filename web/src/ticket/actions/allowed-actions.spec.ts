import { describe, expect, it } from '@jest/globals';
import type { Action, AllowedAction } from '../../api/types.js';
import { aTicket } from '../ticket.builder.js';
import { allowedActions } from './allowed-actions.js';

const NONE = { view: true, create: false, edit: false, delete: false, reopen: false };

function allowed(action: string): AllowedAction {
  return { action: action as Action, missionId: '', suggested: false, manualEntry: false };
}

describe('what a role sees of the allowed actions', () => {
  const ticket = aTicket({
    actions: ['CLOSE', 'DELETE', 'REOPEN', 'VALIDATE_PRE_TICKET', 'LAUNCH_ROBOT'].map(allowed),
  });
  const seen = (rights: object) => allowedActions(ticket, { ...NONE, ...rights }).map(({ action }) => action);

  it('hides what the role does not permit', () => {
    expect(seen({})).toEqual([]);
    expect(seen({ edit: true })).toEqual(['CLOSE']);
    expect(seen({ delete: true })).toEqual(['DELETE']);
    expect(seen({ edit: true, reopen: true, create: true })).toEqual([
      'CLOSE',
      'REOPEN',
      'VALIDATE_PRE_TICKET',
    ]);
  });
});
