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
import {
  startSimulator,
  type GithubRepositorySpec,
  type Simulator,
} from '@eks-fleet/simulator';
import { DefaultEksFleetGitService } from '../service/DefaultEksFleetGitService';

export const ORDERS = 'live/111122223333/eu-west-1/orders.auto.tfvars.json';
export const BILLING = 'live/111122223333/eu-west-1/billing.tfvars';

export const FILES = {
  'README.md': '# The fleet\n',
  [ORDERS]: '{\n    "name": "orders",\n    "kubernetes_version": "1.33"\n}\n',
  [BILLING]: 'name = "billing"\nkubernetes_version = "1.33" # ask first\n',
};

export interface FleetHost {
  simulator: Simulator;
  /** As a portal has it; another one shares nothing with it. */
  startService(settings?: {
    writes?: string;
    token?: string;
    webhookSecret?: string;
  }): DefaultEksFleetGitService;
  /** How often GitHub was called, by operation such as `POST /repos/{owner}/{repo}/pulls`. */
  calls(operation: string): number;
  stop(): Promise<void>;
}

/** A Git host with one fleet repository, `acme/fleet`, and portals over it. */
export async function startFleetHost(
  repository: Partial<GithubRepositorySpec> = {},
): Promise<FleetHost> {
  const simulator = await startSimulator({
    fleet: {
      accounts: [{ id: '999988887777', name: 'management' }],
      organizations: [],
      credentials: [],
      github: {
        users: [
          { login: 'acme', type: 'Organization' },
          { login: 'eks-fleet', type: 'Bot' },
          { login: 'pat', name: 'Pat Platform' },
        ],
        tokens: [
          { token: 'github_pat_bot', login: 'eks-fleet' },
          { token: 'github_pat_pat', login: 'pat' },
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
            ...repository,
          },
        ],
      },
    },
  });
  const { apiUrl, url } = simulator.github;
  const { host } = new URL(url);
  return {
    simulator,
    startService: ({
      writes = 'on',
      token = 'github_pat_bot',
      webhookSecret,
    } = {}) =>
      DefaultEksFleetGitService.fromConfig(
        new ConfigReader({
          integrations: { github: [{ host, apiBaseUrl: apiUrl, token }] },
          eksFleet: {
            writes,
            fleetRepositories: [
              {
                id: 'fleet',
                url: `${url}/acme/fleet`,
                branch: 'main',
                webhookSecret,
              },
            ],
          },
        }),
        {
          limits: {
            writesPerMinute: 60_000,
            contentPerMinute: 60_000,
            contentPerHour: 60_000,
            maxWaitSeconds: 5,
          },
        },
      ),
    calls: operation =>
      simulator
        .calls()
        .filter(each => each.operation === operation)
        .reduce((sum, { count }) => sum + count, 0),
    stop: () => simulator.stop(),
  };
}
