import { Button, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { COMMON } from '../fr.js';

export function NotFound() {
  return (
    <Stack align="center" py={80} px="md">
      <Title order={1} size="h3">
        {COMMON.notFound}
      </Title>
      <Button component={Link} to="/" variant="default">
        {COMMON.backHome}
      </Button>
    </Stack>
  );
}
