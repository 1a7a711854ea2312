import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  GetClientScopeRequest,
  GetClientScopeResponseSchema,
  GetPlaceRequest,
  GetPlaceResponseSchema,
  GetSessionRequest,
  GetSessionResponseSchema,
  ListBuildingsRequest,
  ListBuildingsResponseSchema,
  ListContractorsRequest,
  ListContractorsResponseSchema,
  ListGroupRequest,
  ListGroupResponseSchema,
  ListUnitsRequest,
  ListUnitsResponseSchema,
  GetUserRequest,
  GetUserResponseSchema,
  ListUsersRequest,
  ListUsersResponseSchema,
  SignInRequest,
  SignInResponseSchema,
  SignOutRequest,
  SignOutResponseSchema,
} from '@intervia/contracts';
import { DirectoryService, Group, PlaceRole } from '@intervia/contracts';
import { AppError, RpcMethod } from '@intervia/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { FakeState, PASSWORD } from './fake-state.js';

/** Buildings, units and parties are named after their agency: `building-a`, `unit-a`. */
@Controller()
export class FakeDirectory {
  constructor(private readonly state: FakeState) {}

  @RpcMethod(DirectoryService.method.signIn)
  async signIn(@Payload() request: SignInRequest): Promise<MessageInitShape<typeof SignInResponseSchema>> {
    this.state.note('signIn', request);
    const [token = ''] = request.mail.split('@');
    const session = this.state.sessions.get(token);
    if (!session || Boolean(session.client) !== request.client || request.password !== PASSWORD)
      throw new AppError('INVALID_CREDENTIALS', 'unauthenticated');
    const step = this.state.secondSteps.get(token);
    if (step) return { secondStep: { step, totp: true } };
    return { token, session };
  }

  @RpcMethod(DirectoryService.method.getSession)
  async getSession(
    @Payload() request: GetSessionRequest,
  ): Promise<MessageInitShape<typeof GetSessionResponseSchema>> {
    this.state.note('getSession', request);
    return { session: this.state.session(request.token) };
  }

  @RpcMethod(DirectoryService.method.signOut)
  async signOut(@Payload() request: SignOutRequest): Promise<MessageInitShape<typeof SignOutResponseSchema>> {
    this.state.note('signOut', request);
    this.state.sessions.delete(request.token);
    return {};
  }

  @RpcMethod(DirectoryService.method.listUsers)
  async listUsers(
    @Payload() request: ListUsersRequest,
  ): Promise<MessageInitShape<typeof ListUsersResponseSchema>> {
    this.state.note('listUsers', request);
    const here = [...this.state.sessions.values()].filter(
      ({ agencyId }) => agencyId === request.caller?.agencyId,
    );
    return { users: here.flatMap(({ user }) => (user ? [{ ...user, password: 'never shown' }] : [])) };
  }

  @RpcMethod(DirectoryService.method.getUser)
  async getUser(
    @Payload() { caller, userId }: GetUserRequest,
  ): Promise<MessageInitShape<typeof GetUserResponseSchema>> {
    const session = [...this.state.sessions.values()].find(
      ({ agencyId, user }) => agencyId === caller?.agencyId && user?.id === userId,
    );
    if (!session?.user) throw new AppError('USER_NOT_FOUND', 'not-found');
    return { user: session.user, standsInFor: session.standsInFor };
  }

  @RpcMethod(DirectoryService.method.listBuildings)
  async listBuildings(
    @Payload() request: ListBuildingsRequest,
  ): Promise<MessageInitShape<typeof ListBuildingsResponseSchema>> {
    this.state.note('listBuildings', request);
    const building = buildingOf(request.caller?.agencyId);
    return { buildings: [building], unitsOnlyIds: request.caller?.attachedOnly ? [building.id] : [] };
  }

  @RpcMethod(DirectoryService.method.listUnits)
  async listUnits(
    @Payload() request: ListUnitsRequest,
  ): Promise<MessageInitShape<typeof ListUnitsResponseSchema>> {
    this.state.note('listUnits', request);
    return { units: [{ unit: unitOf(request.caller?.agencyId), buildingName: 'Résidence Les Tilleuls' }] };
  }

  @RpcMethod(DirectoryService.method.listContractors)
  async listContractors(
    @Payload() request: ListContractorsRequest,
  ): Promise<MessageInitShape<typeof ListContractorsResponseSchema>> {
    this.state.note('listContractors', request);
    return { contractors: [], trades: ['Plomberie'] };
  }

  @RpcMethod(DirectoryService.method.getPlace)
  async getPlace(
    @Payload() request: GetPlaceRequest,
  ): Promise<MessageInitShape<typeof GetPlaceResponseSchema>> {
    this.state.note('getPlace', request);
    const agencyId = request.caller?.agencyId;
    const building = buildingOf(agencyId);
    const unit = unitOf(agencyId);
    const staff = { manager: MANAGER, assistant: ASSISTANT, staffIds: [MANAGER.id, ASSISTANT.id] };
    if (request.buildingId === building.id) return { building, digicode: building.digicode, ...staff };
    if (request.unitId !== unit.id) throw new AppError('PLACE_NOT_FOUND', 'not-found');
    const people = [{ role: PlaceRole.OWNER, party: OWNER }];
    return { building, unit, digicode: unit.digicode, people, ...staff };
  }

  @RpcMethod(DirectoryService.method.listGroup)
  async listGroup(
    @Payload() request: ListGroupRequest,
  ): Promise<MessageInitShape<typeof ListGroupResponseSchema>> {
    this.state.note('listGroup', request);
    if (request.buildingId !== `building-${request.caller?.agencyId}`)
      throw new AppError('PLACE_NOT_FOUND', 'not-found');
    const president = { role: PlaceRole.COUNCIL_PRESIDENT, party: PRESIDENT };
    const owner = { role: PlaceRole.OWNER, party: OWNER };
    return { people: request.group === Group.COUNCIL ? [president] : [owner, president] };
  }

  /** Every client owns the unit of its agency, and sits on no council. */
  @RpcMethod(DirectoryService.method.getClientScope)
  async getClientScope(
    @Payload() request: GetClientScopeRequest,
  ): Promise<MessageInitShape<typeof GetClientScopeResponseSchema>> {
    this.state.note('getClientScope', request);
    const unit = unitOf(request.agencyId);
    return {
      ownedUnitIds: [unit.id],
      ownedBuildingIds: [unit.buildingId],
      units: [{ unit, buildingName: 'Résidence Les Tilleuls', buildingAddress: '12 rue des Tilleuls' }],
    };
  }
}

const MANAGER = { id: 'user-manager', name: 'Julien Perrin', mail: 'julien@tilleuls.example' };
const ASSISTANT = { id: 'user-assistant', name: 'Inès Benali', mail: 'ines@tilleuls.example' };
const OWNER = { id: 'party-owner', name: 'Mme Petit', mobiles: ['+33639980001'] };
const PRESIDENT = { id: 'party-president', name: 'M. Blanc', mails: ['blanc@courriel.example'] };

function buildingOf(agencyId = '') {
  return {
    id: `building-${agencyId}`,
    reference: 'TIL',
    name: 'Résidence Les Tilleuls',
    address: '12 rue des Tilleuls',
    postalCode: '69003',
    city: 'Lyon',
    digicode: '1234A',
    syndic: true,
  };
}

function unitOf(agencyId = '') {
  return {
    id: `unit-${agencyId}`,
    buildingId: `building-${agencyId}`,
    reference: '12',
    label: 'Appartement 12, 3e étage',
    digicode: '5678B',
    approvalThresholdCents: 15_000,
  };
}
