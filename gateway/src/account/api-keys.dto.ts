import { ApiScopeSchema } from '@intervia/contracts';
import { Choices, Instant, Text } from '../http/fields.js';

const LONGEST_NAME = 80;
const LONGEST_PREFIX = 20;

export class ApiKeyDto {
  @Text(LONGEST_NAME, { required: true, description: 'Which program, where: for people.' })
  name!: string;
  @Choices(ApiScopeSchema, { required: true, description: 'What it opens; at least one.' })
  scopes!: string[];
  @Instant({ description: 'Absent: until it is revoked.' })
  expiresAt?: string;
}

export class SecretQuery {
  @Text(LONGEST_PREFIX, { description: 'Of one secret; the whole key when absent.' })
  prefix?: string;
}
