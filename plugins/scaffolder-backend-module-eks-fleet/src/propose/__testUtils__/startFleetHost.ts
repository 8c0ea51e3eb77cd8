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

import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { DefaultEksFleetGitService } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { startSimulator, type Simulator } from '@eks-fleet/simulator';

export const CLUSTER = 'clusters/prod/orders/cluster.yaml';
export const NODES = 'teams/orders/nodes.yaml';
export const SIZES = 'teams/orders/sizes.json';

export const FILES = {
  'README.md': '# The fleet\n',
  [CLUSTER]: 'spec:\n  name: orders # sells\n  maxSize: 3\n',
  [NODES]: [
    'kind: Nodegroup',
    'metadata: { name: main }',
    'spec:',
    '  name: main',
    '---',
    'kind: Nodegroup',
    'metadata: { name: spot } # may go',
    'spec:',
    '  name: spot',
    '',
  ].join('\n'),
  [SIZES]: '{ "main": 1, "spot": [1] }\n',
};

export interface FleetHost {
  simulator: Simulator;
  /** Of a portal over it. */
  config(settings?: {
    writes?: 'off' | 'on';
    token?: string;
    repository?: string;
  }): JsonObject;
  startGit(
    settings?: Parameters<FleetHost['config']>[0],
  ): DefaultEksFleetGitService;
  stop(): Promise<void>;
}

/** A Git host with the fleet repository `acme/fleet`. */
export async function startFleetHost(): Promise<FleetHost> {
  const simulator = await startSimulator({
    fleet: {
      accounts: [{ id: '999988887777', name: 'management' }],
      organizations: [],
      credentials: [],
      github: {
        users: [
          { login: 'acme', type: 'Organization' },
          { login: 'eks-fleet', type: 'Bot' },
          { login: 'pat' },
        ],
        tokens: [
          { token: 'github_pat_bot', login: 'eks-fleet' },
          {
            token: 'github_pat_reader',
            login: 'eks-fleet',
            permissions: { contents: 'read', pull_requests: 'read' },
          },
        ],
        repositories: [
          {
            owner: 'acme',
            name: 'fleet',
            files: FILES,
            collaborators: { 'eks-fleet': 'write', pat: 'admin' },
          },
        ],
      },
    },
  });
  const { apiUrl, url } = simulator.github;
  const config: FleetHost['config'] = ({
    writes = 'on',
    token = 'github_pat_bot',
    repository = 'acme/fleet',
  } = {}) => ({
    integrations: {
      github: [{ host: new URL(url).host, apiBaseUrl: apiUrl, token }],
    },
    eksFleet: {
      writes,
      gitLimits: {
        writesPerMinute: 6000,
        contentPerMinute: 6000,
        contentPerHour: 6000,
      },
      fleetRepositories: [
        { id: 'fleet', url: `${url}/${repository}`, branch: 'main' },
      ],
    },
  });
  return {
    simulator,
    config,
    startGit: settings =>
      DefaultEksFleetGitService.fromConfig(new ConfigReader(config(settings))),
    stop: () => simulator.stop(),
  };
}
