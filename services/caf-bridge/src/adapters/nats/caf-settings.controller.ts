import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ListCafEntitiesRequest,
  ListCafEntitiesResponseSchema,
  ListSettingsVersionsRequest,
  ListSettingsVersionsResponseSchema,
  SaveCafSettingsRequest,
  SaveCafSettingsResponseSchema,
  SaveStationRequest,
  SaveStationResponseSchema,
} from '@intervia/contracts';
import { CafService } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Layouts } from '../../application/ports/layouts.js';
import { SettingsHandler } from '../../application/settings/settings.handler.js';
import { toCaller, toCommand, toSettings, toStation } from './from-proto.js';
import { fromFault, fromSettings, fromStation } from './to-proto.js';

@Controller()
export class CafSettingsController {
  constructor(
    private readonly settings: SettingsHandler,
    private readonly layouts: Layouts,
  ) {}

  @RpcMethod(CafService.method.listCafEntities)
  async list(
    @Payload() { caller }: ListCafEntitiesRequest,
  ): Promise<MessageInitShape<typeof ListCafEntitiesResponseSchema>> {
    const { entities, stations } = await this.settings.list(toCaller(caller).agencyId);
    return {
      entities: entities.map(({ entity, settings, faults }) => ({
        ...entity,
        settings: settings && fromSettings(settings),
        faults: faults.map(fromFault),
      })),
      stations: stations.map(fromStation),
      layouts: this.layouts.list(),
    };
  }

  @RpcMethod(CafService.method.saveCafSettings)
  async save(
    @Payload() { context, settings }: SaveCafSettingsRequest,
  ): Promise<MessageInitShape<typeof SaveCafSettingsResponseSchema>> {
    if (!settings) throw new AppError('INVALID_REQUEST', 'invalid');
    const saved = await this.settings.save(toCommand(context), toSettings(settings), settings.version);
    return { settings: fromSettings(saved) };
  }

  @RpcMethod(CafService.method.listSettingsVersions)
  async versions(
    @Payload() { caller, entityId }: ListSettingsVersionsRequest,
  ): Promise<MessageInitShape<typeof ListSettingsVersionsResponseSchema>> {
    const versions = await this.settings.versions(toCaller(caller).agencyId, entityId);
    return { versions: versions.map(fromSettings) };
  }

  @RpcMethod(CafService.method.saveStation)
  async saveStation(
    @Payload() { context, station }: SaveStationRequest,
  ): Promise<MessageInitShape<typeof SaveStationResponseSchema>> {
    if (!station) throw new AppError('INVALID_REQUEST', 'invalid');
    const saved = await this.settings.saveStation(toCommand(context), toStation(station), station.version);
    return { station: fromStation(saved) };
  }
}
