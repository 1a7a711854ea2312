import type { Asked, Identity } from '../values/asked.js';
import type { TicketDraft } from './draft.js';
import type {
  CorrespondentRole,
  DocumentRef,
  Module,
  Person,
  Place,
  Source,
  UserRef,
} from '../values/model.js';
import type { OptionChoice } from '../values/options.js';
import type { ModuleSettings } from '../settings/settings.js';
import type { TimerChoice } from '../settings/timer-settings.js';

/** What a client, LSC or a site visit asks for; undefined where nothing was told. */
export interface PreTicketRequest {
  readonly module?: Module;
  readonly subject: string;
  /** Kept as the original description. */
  readonly description: string;
  readonly place?: Place;
  readonly requester?: Person;
  readonly source?: Source;
  readonly manager?: UserRef;
  readonly assistant?: UserRef;
  readonly attachments: readonly DocumentRef[];
  readonly requestedAt?: Date;
}

export interface ReceivePreTicket extends Asked {
  readonly type: 'ReceivePreTicket';
  readonly identity: Omit<Identity, 'missionIds'>;
  readonly request: PreTicketRequest;
  readonly settings: ModuleSettings;
}

export interface ValidatePreTicket extends Asked {
  readonly type: 'ValidatePreTicket';
  /** One per contractor of the draft, in its order. */
  readonly missionIds: readonly string[];
  readonly draft: TicketDraft;
  readonly settings: ModuleSettings;
}

export interface CancelPreTicket extends Asked {
  readonly type: 'CancelPreTicket';
  readonly reason: string;
}

/** Absent: unchanged. Present and empty: nothing, nobody. */
export interface UpdateTicket extends Asked {
  readonly type: 'UpdateTicket';
  readonly subject?: string;
  readonly description?: string;
  readonly notifiedDescription?: string;
  readonly options?: OptionChoice;
  readonly timers?: TimerChoice;
  readonly contacts?: readonly Person[];
  readonly notified?: readonly Person[];
  readonly requester?: Person;
  readonly addedAttachments: readonly DocumentRef[];
}

export interface ChangeReach extends Asked {
  readonly type: 'ChangeReach';
  /** One of the two. */
  readonly missionId: string;
  readonly correspondentId: string;
  readonly reach: Pick<Person, 'mails' | 'mobiles' | 'channels'>;
}

export interface ChangeManager extends Asked {
  readonly type: 'ChangeManager';
  readonly manager: UserRef;
}

export interface AddNote extends Asked {
  readonly type: 'AddNote';
  readonly noteId: string;
  /** Sanitised. */
  readonly html: string;
  /** The same without its form. */
  readonly text: string;
  readonly documents: readonly DocumentRef[];
}

export interface PostMessage extends Asked {
  readonly type: 'PostMessage';
  /** One of the three ways to say who; the last for somebody not yet written to. */
  readonly missionId: string;
  readonly correspondentId: string;
  readonly role?: CorrespondentRole;
  readonly person?: Person;
  /** Empty for a new thread; its subject is then required. */
  readonly threadId: string;
  readonly subject: string;
  readonly text: string;
  readonly documents: readonly DocumentRef[];
  /** By a user: what the third party said otherwise. */
  readonly received: boolean;
  /** By the requester: whether it is repaired. */
  readonly repaired?: boolean;
  /** For what is new. */
  readonly ids: { readonly thread: string; readonly message: string; readonly correspondent: string };
}

export interface InformThirdParties extends Asked {
  readonly type: 'InformThirdParties';
  readonly persons: readonly Person[];
  readonly comment: string;
}

/** Manual, "Contacter un autre intervenant". */
export interface ContactAnotherContractor extends Asked {
  readonly type: 'ContactAnotherContractor';
  readonly contractor?: Person;
  /** OUI: taken back. Empty for NON: all are kept. */
  readonly replacedMissionId: string;
  readonly newMissionId: string;
}

export interface CloseTicket extends Asked {
  readonly type: 'CloseTicket';
  readonly comment: string;
}

export interface ReopenTicket extends Asked {
  readonly type: 'ReopenTicket';
  readonly comment: string;
}

/** Of the ticket as a whole, once it exists. */
export type WholeTicketCommand =
  | ValidatePreTicket
  | CancelPreTicket
  | UpdateTicket
  | ChangeReach
  | ChangeManager
  | AddNote
  | PostMessage
  | InformThirdParties
  | ContactAnotherContractor
  | CloseTicket
  | ReopenTicket;

export type TicketCommand = ReceivePreTicket | WholeTicketCommand;
