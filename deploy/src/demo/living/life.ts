import type { MessageInitShape } from '@bufbuild/protobuf';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type {
  DocumentRef,
  LivedStepSchema,
  Person,
  TicketLife,
  User,
  PresenceAnswer,
} from '@intervia/contracts';
import { ActorKind, CorrespondentRole, Module, TicketLifeSchema } from '@intervia/contracts';
import type { Story } from '../past-tickets.js';
import type { Days } from './days.js';
import type { Papers, Picture } from './papers.js';

type Step = MessageInitShape<typeof LivedStepSchema>;
type Said = NonNullable<Step['said']>;
type Actor = NonNullable<Step['actor']>;

/** Who takes part, and about what. */
export interface Cast {
  readonly story: Story;
  readonly manager: User;
  /** Of the building; opened it, where there is one. */
  readonly assistant: User | undefined;
  readonly contractors: readonly Person[];
  readonly requester: Person;
  /** The owner in gérance, the council's president in syndic. */
  readonly approver: Person;
  readonly picture: Picture;
  readonly cents: number;
  readonly draft: Extract<Said, { case: 'openTicket' }>['value']['draft'];
  readonly place: string;
}

const MINUTE = 60_000;
/** Minutes from a request to its ticket, and how much longer it may be. */
const SHORTEST_WAIT = 6;
const WAITS = 190;

/** One ticket's life, told step by step: who did what, on which working day. Times go forward whatever is said. */
export class Life {
  private readonly steps: Step[] = [];
  private last = new Date(0);

  constructor(
    private readonly id: string,
    readonly cast: Cast,
    readonly days: Days,
    private readonly papers: Papers,
    private readonly now: Date,
  ) {}

  get told(): TicketLife {
    return create(TicketLifeSchema, { externalId: this.id, steps: this.steps });
  }

  /** Some time after the request was received. */
  opened(day: number, part = 0.2): this {
    const { draft, assistant, manager } = this.cast;
    const at = this.days.past(day, part);
    const waited = SHORTEST_WAIT + ((Number(this.id.slice(-3)) * 37) % WAITS);
    const requestedAt = timestampFromDate(new Date(at.getTime() - waited * MINUTE));
    const asked = draft && { ...draft, requestedAt };
    return this.does(at, user(assistant ?? manager), { case: 'openTicket', value: { draft: asked } });
  }

  /** By the client on the extranet, with photos. */
  requested(day: number, part = 0.3): this {
    const { draft, requester, picture, story, manager } = this.cast;
    const actor = { kind: ActorKind.REQUESTER, id: requester.partyId, name: requester.name };
    return this.does(this.days.past(day, part), actor, {
      case: 'requestTicket',
      value: {
        module: draft?.module,
        subject: story.issue.subject,
        description: draft?.originalDescription,
        place: draft?.place,
        requester,
        source: draft?.source,
        manager: draft?.manager ?? { id: manager.id, name: manager.name },
        attachments: [this.papers.photo(picture, 'Photo du logement')],
        requestedAt: timestampFromDate(this.days.past(day, part)),
      },
    });
  }

  validated(day: number, part = 0.6): this {
    const { draft } = this.cast;
    return this.byManager(day, part, { case: 'validatePreTicket', value: { draft } });
  }

  cancelled(day: number, reason: string): this {
    return this.byManager(day, 0.6, { case: 'cancelPreTicket', value: { reason } });
  }

  accepted(day: number, start: Date, comment = ''): this {
    const appointment = { start: timestampFromDate(start), durationMinutes: 60 };
    return this.byContractor(day, 0.4, {
      case: 'acceptWorkOrder',
      value: { missionId: '1', appointment, comment },
    });
  }

  refused(day: number, reason: string): this {
    return this.byContractor(day, 0.4, { case: 'refuseWorkOrder', value: { missionId: '1', reason } });
  }

  promised(day: number, comment: string): this {
    return this.byContractor(day, 0.5, { case: 'promiseQuote', value: { missionId: '1', comment } });
  }

  declined(day: number, reason: string, which = 1): this {
    return this.byContractor(
      day,
      0.5,
      { case: 'declineQuoteRequest', value: { missionId: String(which), reason } },
      which,
    );
  }

  /** Of several, each a little dearer than the one before. */
  quoted(day: number, which = 1): this {
    const amountCents = Math.round(this.cast.cents * (1 + (which - 1) * 0.13));
    const quotes = [this.bill('Devis', this.days.past(day, 0.5), amountCents, which)];
    const comment = which === 1 ? 'Devis établi après visite sur place.' : '';
    const missionId = String(which);
    return this.byContractor(
      day,
      0.5 + which * 0.03,
      { case: 'submitQuote', value: { missionId, quotes, amountCents, comment } },
      which,
    );
  }

  approvalAsked(day: number): this {
    const { story, approver } = this.cast;
    const role =
      story.module === Module.GERANCE ? CorrespondentRole.OWNER : CorrespondentRole.COUNCIL_PRESIDENT;
    const comment = 'Merci de nous donner votre accord pour ces travaux.';
    return this.byManager(day, 0.7, {
      case: 'requestApproval',
      value: { missionId: '1', role, approver, comment },
    });
  }

  answered(day: number, approved: boolean, comment: string): this {
    const { story, approver } = this.cast;
    const kind = story.module === Module.GERANCE ? ActorKind.OWNER : ActorKind.COUNCIL_PRESIDENT;
    const value = { missionId: '1', approved, comment };
    return this.does(
      this.days.past(day, 0.8),
      { kind, name: approver.name },
      { case: 'answerApproval', value },
    );
  }

  quoteAccepted(day: number): this {
    return this.byManager(day, 0.85, {
      case: 'acceptQuote',
      value: { missionId: '1', comment: 'Bon pour accord.' },
    });
  }

  quoteRefused(day: number, comment: string): this {
    return this.byManager(day, 0.85, { case: 'refuseQuote', value: { missionId: '1', comment } });
  }

  proposed(day: number, start: Date): this {
    const appointment = { start: timestampFromDate(start), durationMinutes: 120 };
    return this.byContractor(day, 0.6, {
      case: 'proposeAppointment',
      value: { missionId: '1', appointment },
    });
  }

  dateValidated(day: number): this {
    return this.byManager(day, 0.8, { case: 'validateAppointment', value: { missionId: '1' } });
  }

  presenceAsked(day: number): this {
    return this.byManager(day, 0.9, { case: 'askPresence', value: { missionId: '1' } });
  }

  presence(day: number, answer: PresenceAnswer, comment: string, lateMinutes = 0): this {
    const value = { missionId: '1', answer, comment, lateMinutes };
    return this.byContractor(day, 0.95, { case: 'answerPresence', value });
  }

  completed(day: number): this {
    const proofs = [this.papers.photo('repare', 'Après intervention')];
    const comment = 'Intervention terminée, essais concluants.';
    return this.byContractor(day, 0.7, {
      case: 'reportCompletion',
      value: { missionId: '1', comment, proofs },
    });
  }

  invoiceAsked(day: number): this {
    return this.byManager(day, 0.75, { case: 'requestInvoice', value: { missionId: '1' } });
  }

  invoiced(day: number): this {
    const amountCents = this.cast.cents;
    const invoice = this.bill('Facture', this.days.past(day, 0.6), amountCents, 1);
    return this.byContractor(day, 0.8, {
      case: 'submitInvoice',
      value: { missionId: '1', invoice, amountCents },
    });
  }

  invoiceSentBack(day: number, comment: string): this {
    return this.byManager(day, 0.9, { case: 'requestNewInvoice', value: { missionId: '1', comment } });
  }

  closed(day: number): this {
    return this.byManager(day, 0.95, { case: 'closeTicket', value: {} });
  }

  noted(day: number, html: string): this {
    const { assistant, manager } = this.cast;
    return this.does(this.days.past(day, 0.5), user(assistant ?? manager), {
      case: 'addNote',
      value: { html },
    });
  }

  /** A question of the contractor, which nobody has answered. */
  asked(day: number, text: string): this {
    const { subject } = this.cast.story.issue;
    return this.byContractor(day, 0.9, { case: 'postMessage', value: { missionId: '1', subject, text } });
  }

  /** To the contractor, on the same subject. */
  replied(day: number, text: string): this {
    const { subject } = this.cast.story.issue;
    return this.byManager(day, 0.95, { case: 'postMessage', value: { missionId: '1', subject, text } });
  }

  private bill(title: 'Devis' | 'Facture', at: Date, cents: number, which: number): DocumentRef {
    const { contractors, place, story } = this.cast;
    const number = `${title === 'Devis' ? 'D' : 'F'}-${this.id.slice(-3)}${String(which)}`;
    const from = contractors[which - 1]?.name ?? '';
    return this.papers.bill({
      title,
      number,
      from,
      address: '',
      place,
      work: story.issue.subject,
      at,
      cents,
    });
  }

  private byManager(day: number, part: number, said: Said): this {
    return this.does(this.days.past(day, part), user(this.cast.manager), said);
  }

  private byContractor(day: number, part: number, said: Said, which = 1): this {
    const name = this.cast.contractors[which - 1]?.name ?? '';
    return this.does(
      this.days.past(day, part),
      { kind: ActorKind.CONTRACTOR, id: String(which), name },
      said,
    );
  }

  private does(at: Date, actor: Actor, said: Said): this {
    const moment = Math.max(at.getTime(), this.last.getTime() + 2 * MINUTE);
    this.last = new Date(Math.min(moment, this.now.getTime() - MINUTE));
    this.steps.push({ at: timestampFromDate(this.last), actor, said });
    return this;
  }
}

const user = ({ id, name }: User): Actor => ({ kind: ActorKind.USER, id, name });
