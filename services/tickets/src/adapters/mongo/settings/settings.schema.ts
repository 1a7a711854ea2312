import { schemaOf } from '@intervia/mongo';
import { Schema } from 'mongoose';
import type { Module } from '../../../domain/values/model.js';
import type { ModuleSettings } from '../../../domain/settings/settings.js';
import { documentRef, timerSettings } from '../ticket/ticket.values.js';

export const SETTINGS = 'TicketSettings';

export interface SettingsFields extends Omit<ModuleSettings, 'dormantDays'> {
  /** Agency and module: one document each. */
  _id: string;
  agencyId: string;
  module: Module;
  /** Not in what was saved before there was such a setting. */
  dormantDays?: number;
}

export const settingsSchema = schemaOf<SettingsFields>(
  {
    _id: String,
    agencyId: String,
    module: String,
    shownToClients: Boolean,
    visibility: String,
    readReceipt: Boolean,
    hideAgencyMail: Boolean,
    notify: new Schema({ creator: Boolean, manager: Boolean, assistant: Boolean }, { _id: false }),
    defaultDescription: String,
    defaultAttachments: [documentRef],
    listSize: Number,
    timers: timerSettings,
    automaticInvoiceRequest: Boolean,
    dormantDays: Number,
    emergencyNumbers: String,
    version: Number,
  },
  { collection: 'ticket_settings', versionKey: false, minimize: false },
);
