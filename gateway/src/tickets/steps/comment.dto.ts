import { LETTERS } from '@intervia/rules';
import { Text } from '../../http/fields.js';

export class CommentDto {
  @Text(LETTERS.comment)
  comment?: string;
}
