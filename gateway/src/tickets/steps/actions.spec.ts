import { create } from '@bufbuild/protobuf';
import type { RightsSchema } from '@intervia/contracts';
import { Action, ActionSchema, Module, TicketSchema, UserSchema } from '@intervia/contracts';
import type { MessageInitShape } from '@bufbuild/protobuf';
import { describe, expect, it } from '@jest/globals';
import { enumName } from '../../mapping/enums.js';
import { ticketJson } from './actions.js';

const OFFERED = [
  Action.ACCEPT_WORK_ORDER,
  Action.ADD_NOTE,
  Action.VALIDATE_PRE_TICKET,
  Action.REOPEN,
  Action.DELETE,
];
const TICKET = create(TicketSchema, {
  id: 't',
  module: Module.SYNDIC,
  actions: OFFERED.map((action) => ({ action })),
});

function shownTo(syndic: MessageInitShape<typeof RightsSchema>): string[] {
  const user = create(UserSchema, { id: 'u', syndic, gerance: { view: true, edit: true, delete: true } });
  const session = { token: 't', csrfToken: 'c', agencyId: 'a', agencyName: 'A', expiresAt: new Date(0) };
  const { actions } = ticketJson({ ...session, user, standsInFor: [] }, TICKET) as {
    actions: { action: string }[];
  };
  return actions.map(({ action }) => action);
}

/** Specification, 14: "a refused action is hidden on screen and refused by the server". */
describe('the actions of a ticket', () => {
  it.each([
    [{ view: true }, []],
    [{ view: true, edit: true }, [Action.ACCEPT_WORK_ORDER, Action.ADD_NOTE]],
    [{ view: true, create: true }, [Action.VALIDATE_PRE_TICKET]],
    [{ view: true, reopen: true }, [Action.REOPEN]],
    [{ view: true, delete: true }, [Action.DELETE]],
    [{ view: true, create: true, edit: true, delete: true, reopen: true }, OFFERED],
  ])('are those that the role permits in its module: %j', (rights, actions) => {
    expect(shownTo(rights)).toEqual(actions.map((action) => enumName(ActionSchema, action)));
  });
});
