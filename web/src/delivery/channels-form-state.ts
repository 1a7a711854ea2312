import type { UseFormReturnType } from '@mantine/form';
import type { TypedChannels } from './typed-channels.js';

/** The form of accounts, shared by its sections. */
export type ChannelsFormState = UseFormReturnType<TypedChannels>;
