import type { Module, ModuleSettings } from '@intervia/contracts';
import { ModuleSchema, ModuleSettingsSchema, TicketsService, VisibilitySchema } from '@intervia/contracts';
import { FileStore } from '@intervia/files';
import type { ServiceClient } from '@intervia/messaging';
import { AppError, BusClient } from '@intervia/messaging';
import { Body, Controller, Get, NotFoundException, Param, Put, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandKey } from '../http/idempotency.js';
import { IdempotencyKey } from '../http/idempotency.js';
import { sendFile } from '../http/send-file.js';
import { enumNames, enumValue } from '../mapping/enums.js';
import type { JsonObject } from '../mapping/json.js';
import { toJson } from '../mapping/json.js';
import { Answers, Idempotent, Operation, Problems, Streams } from '../openapi/decorators.js';
import { callerOf, commandOf } from '../session/caller.js';
import { demand, demandAdministrator } from '../session/rights.js';
import { Me } from '../session/session.guard.js';
import type { SignedIn } from '../session/sessions.js';
import { Documents } from '../uploads/documents.js';
import { inRequestTerms } from '../tickets/opening/request-terms.js';
import { SettingsDto } from './settings.dto.js';

const MODULE_PARAM = { name: 'module', enum: enumNames(ModuleSchema).map((name) => name.toLowerCase()) };

/** Manual, "Paramétrer le module". */
@ApiTags('Settings')
@Controller('api/settings/:module')
export class SettingsController {
  private readonly tickets: ServiceClient<typeof TicketsService>;

  constructor(
    bus: BusClient,
    private readonly documents: Documents,
    private readonly store: FileStore,
  ) {
    this.tickets = bus.service(TicketsService);
  }

  @Get()
  @Operation('getSettings', 'Get the settings of a module', 'The creation form begins with them.')
  @ApiParam(MODULE_PARAM)
  @Answers(ModuleSettingsSchema)
  @Problems('SIGN_IN_REQUIRED', 'FORBIDDEN_ACTION')
  async read(@Me() me: SignedIn, @Param('module') name: string): Promise<JsonObject> {
    return toJson(ModuleSettingsSchema, await this.settings(me, moduleOf(name)));
  }

  @Put()
  @Operation(
    'saveSettings',
    'Save the settings of a module',
    'For administrators. Whole, as they were read and then changed.',
  )
  @ApiParam(MODULE_PARAM)
  @Idempotent()
  @Answers(ModuleSettingsSchema)
  @Problems('FORBIDDEN_ACTION', 'INVALID_REQUEST', 'INVALID_SETTINGS', 'VERSION_CONFLICT')
  async update(
    @Me() me: SignedIn,
    @IdempotencyKey() key: CommandKey,
    @Param('module') name: string,
    @Body() { defaultAttachmentIds, visibility, ...rest }: SettingsDto,
  ): Promise<JsonObject> {
    const module = moduleOf(name);
    demandAdministrator(me);
    const defaultAttachments = await this.documents.all(me, defaultAttachmentIds, 'defaultAttachmentIds', {
      use: 'settings',
      known: (await this.settings(me, module)).defaultAttachments.map(({ id }) => id),
    });
    const settings = { ...rest, visibility: enumValue(VisibilitySchema, visibility), defaultAttachments };
    const answer = await this.tickets
      .updateModuleSettings({ context: commandOf(me, key), module, settings })
      .catch(inRequestTerms);
    return answer.settings ? toJson(ModuleSettingsSchema, answer.settings) : {};
  }

  @Get('documents/:documentId')
  @Operation('downloadSettingsDocument', 'Download a default attachment', 'One of the module’s settings.')
  @ApiParam(MODULE_PARAM)
  @Streams('application/pdf', 'image/*', 'application/octet-stream')
  @Problems('DOCUMENT_NOT_FOUND', 'FORBIDDEN_ACTION')
  async document(
    @Me() me: SignedIn,
    @Param('module') name: string,
    @Param('documentId') documentId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { defaultAttachments } = await this.settings(me, moduleOf(name));
    const document = defaultAttachments.find(({ id }) => id === documentId);
    if (!document) throw new AppError('DOCUMENT_NOT_FOUND', 'not-found');
    await sendFile(request, reply, this.store, me.agencyId, document);
  }

  private async settings(me: SignedIn, module: Module): Promise<ModuleSettings> {
    demand(me, 'view', module);
    const { settings } = await this.tickets.getModuleSettings({ caller: callerOf(me), module });
    if (!settings) throw new AppError('INTERNAL', 'internal');
    return settings;
  }
}

/** "syndic" in an address. @throws NotFoundException */
function moduleOf(name: string): Module {
  const module = enumValue(ModuleSchema, name.toUpperCase());
  if (module === 0) throw new NotFoundException();
  return module;
}
