import { Button, Stack, Text } from '@mantine/core';
import { Component } from 'react';
import type { ReactNode } from 'react';
import { COMMON } from '../fr.js';

/** Also catches a chunk that a new release has replaced: reloading mends it. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    if (!this.state.crashed) return this.props.children;
    return (
      <Stack align="center" py={80} px="md" role="alert">
        <Text fw={600}>{COMMON.crashed}</Text>
        <Button onClick={() => location.reload()}>{COMMON.reload}</Button>
      </Stack>
    );
  }
}
