/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useCallback, useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import type { IdentityApi, SignInPageProps } from '@backstage/core-plugin-api';
import { Alert, Button, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import { FleetMark } from '../nav/FleetMark';
import {
  forgetUser,
  rememberUser,
  rememberedUser,
  type DemoUser,
} from './demoUsers';
import { forgettingIdentity } from './forgettingIdentity';
import styles from './DemoSignInPage.module.css';

/** One card for each role of the story; the choice is kept until sign-out. */
export function DemoSignInPage(props: SignInPageProps & { users: DemoUser[] }) {
  const { users, onSignInSuccess } = props;
  const [user, setUser] = useState(() => rememberedUser(users));

  const signedIn = useCallback(
    (identity: IdentityApi) =>
      onSignInSuccess(forgettingIdentity(identity, forgetUser)),
    [onSignInSuccess],
  );
  const choose = (chosen: DemoUser) => {
    rememberUser(chosen);
    setUser(chosen);
  };
  const back = () => {
    forgetUser();
    setUser(undefined);
  };

  if (user) {
    return (
      <ProxiedSignInPage
        provider="demo"
        headers={{ 'x-demo-user': user.name }}
        onSignInSuccess={signedIn}
        ErrorComponent={({ error }) => (
          <div className={styles.page}>
            <Alert
              status="danger"
              icon
              role="alert"
              title={`Signing in as ${user.title} failed`}
              description={error?.message}
              customActions={
                <Button size="small" variant="secondary" onPress={back}>
                  Choose somebody else
                </Button>
              }
            />
          </div>
        )}
      />
    );
  }
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <FleetMark size={48} />
        <Text as="h1" variant="title-medium" weight="bold">
          EKS Fleet
        </Text>
      </div>
      <Text as="p" color="secondary">
        This portal shows a simulated fleet. Whom do you want to be? Each sees
        and may do something else.
      </Text>
      <div className={styles.users}>
        {users.map(candidate => (
          <Card
            key={candidate.name}
            onPress={() => choose(candidate)}
            label={`Sign in as ${candidate.title}, ${candidate.role}`}
          >
            <CardHeader>
              <Text as="h2" variant="title-x-small" weight="bold">
                {candidate.title}
              </Text>
              <Text as="p" color="secondary">
                {candidate.role}
              </Text>
            </CardHeader>
            <CardBody>
              <Text as="p">{candidate.description}</Text>
            </CardBody>
          </Card>
        ))}
      </div>
    </main>
  );
}
