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

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { groupRef, readDemoUsers, userRef, type DemoUser } from './demoUsers';

/** Header in which the sign-in page says who of the story one wants to be. */
const DEMO_USER_HEADER = 'x-demo-user';

/**
 * Signs in as one of `demo.users`, without a password. It must never be part
 * of a portal that holds anything real, and is not where there is no `demo`
 * section in the configuration.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        const users = readDemoUsers(config);
        const authenticator = createProxyAuthenticator<
          undefined,
          { user: DemoUser },
          undefined
        >({
          defaultProfileTransform: async ({ user }) => ({
            profile: { displayName: user.title },
          }),
          initialize() {
            return undefined;
          },
          async authenticate({ req }) {
            const name = req.header(DEMO_USER_HEADER);
            const user = users.find(one => one.name === name);
            if (!user) {
              throw new AuthenticationError(
                `The header ${DEMO_USER_HEADER} must name one of ${users
                  .map(one => one.name)
                  .join(', ')}`,
              );
            }
            return { result: { user } };
          },
        });
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: async ({ result: { user } }, context) =>
              context.issueToken({
                claims: {
                  sub: userRef(user),
                  ent: [userRef(user), ...user.memberOf.map(groupRef)],
                },
              }),
          }),
        });
      },
    });
  },
});
