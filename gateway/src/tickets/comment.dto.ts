import { Text } from '../http/fields.js';

export class CommentDto {
  @Text(5_000)
  comment?: string;
}
