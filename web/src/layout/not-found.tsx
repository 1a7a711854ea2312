import { Button, Stack, Title } from '@mantine/core';
import { Link } from 'react-router';
import { COMMON } from '../fr.js';

interface Props {
  home?: string;
  back?: string;
}

export function NotFound({ home = '/', back = COMMON.backHome }: Props) {
  return (
    <Stack align="center" py={80} px="md">
      <Title order={1} size="h3">
        {COMMON.notFound}
      </Title>
      <Button component={Link} to={home} variant="default">
        {back}
      </Button>
    </Stack>
  );
}
