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

import { DEMO_GITHUB_TOKEN } from '@eks-fleet/simulator';
import type { JsonObject } from '@backstage/types';
import { ROLE_NAME } from '../../cloud/scope';
import { ACCOUNTS, REGION } from '../fleet';

/** Who plans and starts the rollout. */
export const PERSON = 'pat';

/** A portal over the simulated cloud, with what rollouts need and no more. */
export function backendConfig(options: {
  port: number;
  databaseUrl: string;
}): JsonObject {
  const { databaseUrl, port } = options;
  const off = { enabled: false };
  return {
    app: { baseUrl: 'http://localhost:3000' },
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { port, host: '127.0.0.1' },
      database: {
        client: 'pg',
        connection: databaseUrl,
        // All that is in the portal's database is copied and restored as one.
        pluginDivisionMode: 'schema',
        ensureSchemaExists: true,
      },
    },
    auth: { environment: 'development', providers: { demo: {} } },
    demo: {
      users: [{ name: PERSON, title: 'Pat Platform', memberOf: ['platform'] }],
    },
    aws: { accountDefaults: { roleName: ROLE_NAME } },
    integrations: { github: [gitHost()] },
    catalog: {
      rules: [{ allow: ['Resource'] }],
      providers: {
        eksFleet: {
          main: {
            accounts: ACCOUNTS,
            regions: [REGION],
            tags: { owner: 'team', labels: { environment: 'environment' } },
            schedule: {
              frequency: { minutes: 2 },
              timeout: { minutes: 2 },
              initialDelay: { seconds: 1 },
            },
          },
        },
      },
    },
    eksFleet: {
      writes: 'on',
      // There is no permission backend; everybody who signs in may do all.
      dangerouslyAllowWithoutPermissions: true,
      collectors: {
        addons: off,
        capabilities: off,
        fargateProfiles: off,
        insights: off,
        subnets: off,
        updates: off,
      },
      kubernetes: { dangerouslyAllowHosts: ['127.0.0.1'] },
      executors: { eks: { enabled: true } },
      gitLimits: {
        writesPerMinute: 6000,
        contentPerMinute: 6000,
        contentPerHour: 6000,
      },
      argocd: [
        { id: 'hub', cluster: process.env.CHAOS_HUB!, clusterSecrets: true },
      ],
      fleetRepositories: [fleetRepository()],
    },
  };
}

function gitHost(): JsonObject {
  return {
    host: new URL(process.env.CHAOS_GIT_URL!).host,
    apiBaseUrl: process.env.CHAOS_GIT_API_URL!,
    token: DEMO_GITHUB_TOKEN,
  };
}

function fleetRepository(): JsonObject {
  return {
    id: 'fleet',
    url: `${process.env.CHAOS_GIT_URL}/acme/fleet`,
    branch: 'main',
    merge: { automatic: true },
    clusters: [
      {
        provisioner: 'terraform',
        path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
      },
    ],
  };
}
