import type { Identity } from '../values/asked.js';
import type { CompleteDraft } from './draft.js';
import { NOBODY } from '../values/model.js';
import type { Actor, TicketDetails, UserRef } from '../values/model.js';
import { chosenOptions } from '../values/options.js';
import { DEFAULT_SETTINGS, defaultOptions } from '../settings/settings.js';
import type { ModuleSettings } from '../settings/settings.js';
import { chosenTimers } from '../settings/timer-settings.js';
import type { PreTicketRequest } from './ticket-commands.js';

type TicketIdentity = Omit<Identity, 'missionIds'>;

/** What the draft says, and the module's settings where it says nothing. */
export function detailsOf(
  draft: CompleteDraft,
  { id, agencyId, number }: TicketIdentity,
  actor: Actor,
  openedAt: Date,
  settings: ModuleSettings,
): TicketDetails {
  return {
    id,
    agencyId,
    number,
    module: draft.module,
    subject: draft.subject.trim(),
    description: draft.description.trim() || settings.defaultDescription,
    originalDescription: draft.originalDescription,
    notifiedDescription: draft.notifiedDescription,
    place: draft.place,
    manager: draft.manager,
    assistant: draft.assistant?.id ? draft.assistant : undefined,
    creator: creatorOf(actor, [draft.creator, draft.manager, draft.assistant]),
    requester: draft.requester,
    source: draft.source,
    options: chosenOptions(draft.options, defaultOptions(settings)),
    contacts: draft.contacts,
    notified: draft.notified,
    timerSettings: chosenTimers(draft.timers, settings.timers),
    requestedAt: draft.requestedAt ?? openedAt,
    openedAt,
  };
}

/** Only somebody of the agency is written to as the creator: a client is the requester. */
function creatorOf(actor: Actor, known: readonly (UserRef | undefined)[]): UserRef {
  const id = actor.kind === 'USER' ? actor.id : '';
  return known.find((user) => id !== '' && user?.id === id) ?? { ...NOBODY, id, name: actor.name };
}

export type CompleteRequest = PreTicketRequest &
  Required<Pick<PreTicketRequest, 'module' | 'place' | 'source'>>;

/** A "?" has what was told; the rest is chosen at its validation. */
export function pendingDetails(
  request: CompleteRequest,
  identity: TicketIdentity,
  actor: Actor,
  now: Date,
  settings: ModuleSettings,
): TicketDetails {
  const { requester, description, ...told } = request;
  return detailsOf(
    {
      ...told,
      requester,
      manager: request.manager ?? NOBODY,
      description: '',
      originalDescription: description,
      notifiedDescription: '',
      // Manual, "Personne(s) à notifier": "par défaut, le tiers à l'origine de la demande".
      notified: requester ? [reachable(requester)] : [],
      quote: false,
      options: {},
      contractors: [],
      contacts: [],
      timers: {},
    },
    identity,
    actor,
    now,
    // The module's text stands in for a description; here there is one to come.
    { ...settings, defaultDescription: DEFAULT_SETTINGS.defaultDescription },
  );
}

/** Somebody who never chose how is written to by mail, or else by SMS. */
function reachable(person: TicketDetails['notified'][number]): TicketDetails['notified'][number] {
  if (person.channels.mail || person.channels.sms) return person;
  const mail = person.mails.length > 0;
  return { ...person, channels: { mail, sms: !mail && person.mobiles.length > 0 } };
}
