import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  GetModuleSettingsRequest,
  GetModuleSettingsResponseSchema,
  ModuleSettingsSchema,
  UpdateModuleSettingsRequest,
  UpdateModuleSettingsResponseSchema,
} from '@intervia/contracts';
import { Module, TicketsService, Visibility } from '@intervia/contracts';
import { RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { GetModuleSettingsQuery } from '../../application/settings/get-module-settings.query.js';
import { UpdateModuleSettingsHandler } from '../../application/settings/update-module-settings.handler.js';
import type { ModuleSettings } from '../../domain/settings/settings.js';
import { nameOf, toCaller, toCommandContext } from './from-proto.js';
import { toSettings } from './requests.from-proto.js';
import { toDocumentMessage, toTimerSettingsMessage } from './to-proto.js';

/** Manual, "Paramétrer le module". */
@Controller()
export class SettingsController {
  constructor(
    private readonly getModuleSettingsQuery: GetModuleSettingsQuery,
    private readonly updateModuleSettingsHandler: UpdateModuleSettingsHandler,
  ) {}

  @RpcMethod(TicketsService.method.getModuleSettings)
  async getModuleSettings(
    @Payload() request: GetModuleSettingsRequest,
  ): Promise<MessageInitShape<typeof GetModuleSettingsResponseSchema>> {
    const module = nameOf(Module, request.module);
    const settings = await this.getModuleSettingsQuery.execute(toCaller(request.caller), module);
    return { settings: toSettingsMessage(settings) };
  }

  @RpcMethod(TicketsService.method.updateModuleSettings)
  async updateModuleSettings(
    @Payload() request: UpdateModuleSettingsRequest,
  ): Promise<MessageInitShape<typeof UpdateModuleSettingsResponseSchema>> {
    const settings = await this.updateModuleSettingsHandler.execute(
      toCommandContext(request.context),
      nameOf(Module, request.module),
      toSettings(request.settings),
    );
    return { settings: toSettingsMessage(settings) };
  }
}

function toSettingsMessage(settings: ModuleSettings): MessageInitShape<typeof ModuleSettingsSchema> {
  const { visibility, notify, defaultAttachments, timers, ...same } = settings;
  return {
    ...same,
    visibility: visibility && Visibility[visibility],
    notifyCreator: notify.creator,
    notifyManager: notify.manager,
    notifyAssistant: notify.assistant,
    defaultAttachments: defaultAttachments.map(toDocumentMessage),
    timers: toTimerSettingsMessage(timers),
  };
}
