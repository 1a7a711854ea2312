import type { SchemaDefinition } from 'mongoose';
import { Schema } from 'mongoose';
import { DEFAULT_OPTIONS } from '../../../domain/values/options.js';

/** The values that a ticket is made of. */

export const value = (definition: SchemaDefinition): Schema =>
  new Schema(definition, { _id: false, id: false, minimize: false });

const trace = value({ link: String, address: String, device: String });
export const actor = value({ kind: String, id: String, name: String, trace });
const user = value({ id: String, name: String, mail: String, phone: String });
export const person = value({
  partyId: String,
  name: String,
  mails: [String],
  mobiles: [String],
  channels: value({ mail: Boolean, sms: Boolean }),
  comment: String,
  phone: String,
});
const place = value({
  buildingId: String,
  unitId: String,
  label: String,
  address: String,
  digicode: String,
  reference: String,
  buildingReference: String,
  postalCode: String,
  ownerName: String,
  approvalThresholdCents: Number,
  staffIds: [String],
});
export const documentRef = value({
  id: String,
  name: String,
  mediaType: String,
  size: Number,
  sha256: String,
});
const appointment = value({ start: Date, durationMinutes: Number });
const reminder = value({ hours: Number, maximum: Number });
export const timerSettings = value({
  workOrder: reminder,
  quote: reminder,
  invoice: reminder,
  approval: reminder,
  visitHours: Number,
  presenceMinutes: Number,
  completionMinutes: Number,
  quiet: value({ from: Number, until: Number }),
});

/** Whatever there is to choose: a flag, or the name of a choice. */
const ticketOptions = value(
  Object.fromEntries(
    Object.entries(DEFAULT_OPTIONS).map(([name, usual]) => [
      name,
      typeof usual === 'boolean' ? Boolean : String,
    ]),
  ),
);

export const details = value({
  module: String,
  subject: String,
  description: String,
  originalDescription: String,
  notifiedDescription: String,
  place,
  manager: user,
  assistant: user,
  creator: user,
  requester: person,
  source: String,
  options: ticketOptions,
  contacts: [person],
  notified: [person],
  timerSettings,
  requestedAt: Date,
  openedAt: Date,
});

export const timer = value({
  kind: String,
  missionId: String,
  dueAt: Date,
  since: Date,
  sent: Number,
  maximum: Number,
});

const approval = value({
  correspondentId: String,
  askedAt: Date,
  answeredAt: Date,
  approved: Boolean,
  comment: String,
});

/** All that a step of a mission changes. */
const stage = {
  kind: String,
  status: String,
  exhausted: Boolean,
  refused: [String],
  quote: value({ amountCents: Number, documents: [documentRef], comment: String, approval }),
  visit: value({ appointment, lateMinutes: Number }),
  amountCents: Number,
};

export const mission = value({
  id: String,
  contractor: person,
  readAt: Date,
  ...stage,
  past: [value({ ...stage, timers: [timer] })],
});

export const historyEntry = value({
  id: String,
  at: Date,
  actor,
  manualEntry: Boolean,
  missionId: String,
  fact: String,
  continues: Boolean,
  text: String,
  appointment,
  documents: [documentRef],
  amountCents: Number,
  presence: String,
  lateMinutes: Number,
  timer: String,
  names: [String],
  action: String,
  refusal: String,
  approved: Boolean,
  means: String,
  saidAt: Date,
  status: String,
  correspondentId: String,
  hash: String,
  erasure: String,
});

export const courseRecord = value({
  at: Date,
  missionId: String,
  fact: String,
  continues: Boolean,
  appointment,
  text: String,
});

export const clientCourse = value({
  followUp: value({
    type: { type: String },
    status: String,
    colour: String,
    steps: [value({ at: Date, fact: String, appointment })],
  }),
  request: value({ state: String, decidedAt: Date, reason: String }),
});

export const thread = value({
  id: String,
  missionId: String,
  correspondentId: String,
  subject: String,
  earlier: Number,
  messages: [
    value({
      id: String,
      at: Date,
      actor,
      received: Boolean,
      text: String,
      documents: [documentRef],
      repaired: Boolean,
    }),
  ],
});
export const note = value({ id: String, at: Date, author: actor, html: String, documents: [documentRef] });
