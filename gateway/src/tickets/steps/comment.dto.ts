import { Text } from '../../http/fields.js';
import { LIMITS } from '../limits.js';

export class CommentDto {
  @Text(LIMITS.comment)
  comment?: string;
}
