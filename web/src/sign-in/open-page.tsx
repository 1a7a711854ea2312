import { Alert, Button, Loader, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useLinkSignIn } from '../api/session.js';
import { COMMON, OPEN } from '../fr.js';
import { errorText } from '../ui/error-text.js';
import { SignInFrame } from './sign-in-frame.js';
import { takeToken } from './take-token.js';

/** Where LSC leads its user: a ticket, signed in by what stands behind the "#", which is good once. */
export default function OpenPage() {
  const { module = '', id = '' } = useParams();
  const ticket = `/tickets/${encodeURIComponent(module)}/${encodeURIComponent(id)}`;
  const [token] = useState(takeToken);
  const { mutate, error } = useLinkSignIn();
  const navigate = useNavigate();
  useEffect(() => {
    if (token !== '') mutate(token, { onSuccess: () => void navigate(ticket, { replace: true }) });
  }, [token, ticket, mutate, navigate]);

  const refused = token === '' ? OPEN.incomplete : error && errorText(error);
  return (
    <SignInFrame title={OPEN.title} tagline={COMMON.tagline}>
      <Stack>
        <Title order={1} size="h3">
          {OPEN.title}
        </Title>
        {refused ? (
          <>
            <Alert color="red" role="alert">
              {refused}
            </Alert>
            <Button component={Link} to={ticket} size="md">
              {OPEN.signIn}
            </Button>
          </>
        ) : (
          <Text role="status">
            <Loader size="xs" mr="sm" />
            {OPEN.opening}
          </Text>
        )}
      </Stack>
    </SignInFrame>
  );
}
