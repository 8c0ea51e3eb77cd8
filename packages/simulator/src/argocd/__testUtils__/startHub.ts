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
  askKubernetes,
  type KubernetesReply,
} from '../../__testUtils__/askKubernetes';
import { ManualClock } from '../../clock';
import { demoGithub } from '../../fleets/demoRepository/demoGithub';
import {
  BASE_CREDENTIALS,
  backstageRole,
  kubernetesRole,
  readerRole,
} from '../../fleets/roles';
import {
  startCluster,
  tokenOf,
  type StartedCluster,
} from '../../kubernetes/__testUtils__/startCluster';
import type { Cluster } from '../../model/types';
import type { GitopsSpec } from '../types';

const ACCOUNT = '111122223333';
const REGION = 'eu-west-1';

export const TERRAFORM_FILE = 'clusters/prod/orders/cluster.auto.tfvars.json';
export const KRO_FILE = 'clusters/prod/search/cluster.yaml';

export interface StartedHub extends StartedCluster {
  clock: ManualClock;
  /** Described for Terraform; its destination is its ARN. */
  orders: Cluster;
  /** Described for kro; its destination is the address of its API. */
  search: Cluster;
  /** Replaces text in a file on `main`. */
  edit(path: string, from: string, to: string): Promise<string>;
  /** Commits files to `main`; `undefined` takes one away. */
  push(files: Record<string, string | undefined>): Promise<string>;
  /** The `Application` of a cluster, as the hub's API has it. */
  applicationOf(cluster: Pick<Cluster, 'name'>): Promise<any>;
  /** Asks the API of a cluster other than the hub. */
  getOf(cluster: Cluster, path: string): Promise<KubernetesReply>;
  /** Lets time pass as somebody looks on. */
  pass(seconds: number): Promise<void>;
}

/** A hub with Argo CD, and two clusters that are described in Git. */
export async function startHub(): Promise<StartedHub> {
  const clock = new ManualClock('2026-11-26T09:00:00Z');
  const gitops: GitopsSpec = {
    repository: 'acme/fleet',
    hub: { accountId: ACCOUNT, region: REGION, name: 'hub' },
    clusters: [
      {
        accountId: ACCOUNT,
        region: REGION,
        name: 'orders',
        provisioner: 'terraform',
        path: TERRAFORM_FILE,
      },
      {
        accountId: ACCOUNT,
        region: REGION,
        name: 'search',
        provisioner: 'kro',
        path: KRO_FILE,
        destination: 'server',
      },
    ],
  };
  const github = demoGithub(gitops);
  github.repositories[0].protections = {};
  const started = await startCluster(
    {},
    {
      clock,
      limits: 'off',
      fleet: {
        credentials: [BASE_CREDENTIALS],
        organizations: [],
        github,
        gitops,
        accounts: [
          {
            id: BASE_CREDENTIALS.accountId,
            name: 'management',
            roles: [backstageRole],
          },
          {
            id: ACCOUNT,
            name: 'main',
            roles: [readerRole(), kubernetesRole(ACCOUNT)],
            clusters: ['hub', 'orders', 'search'].map(name => ({
              name,
              region: REGION,
              version: '1.33',
              createdAt: '2026-02-03T04:05:06Z',
              tags: { environment: 'prod' },
            })),
          },
        ],
      },
    },
  );
  const { simulator, get } = started;
  const [, orders, search] = simulator.model.clusters();
  const applicationOf = async (cluster: Pick<Cluster, 'name'>) => {
    const { body } = await get(
      '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
    );
    return body.items.find(
      ({ metadata }: { metadata: { name: string } }) =>
        metadata.name === `${cluster.name}-${ACCOUNT}-${REGION}`,
    );
  };
  return {
    ...started,
    clock,
    orders,
    search,
    applicationOf,
    push: files => simulator.github.commit({ user: 'pat', files }),
    edit: async (path, from, to) => {
      const text = (await simulator.github.file(path))!;
      if (!text.includes(from)) {
        throw new Error(`${path} has no ${from}`);
      }
      return simulator.github.commit({
        user: 'pat',
        files: { [path]: text.replace(from, to) },
      });
    },
    getOf: async (cluster, path) =>
      askKubernetes(
        `${started.endpoint.replace(started.cluster.id, cluster.id)}${path}`,
        {
          token: await tokenOf(simulator, cluster),
          ca: started.certificateAuthority,
        },
      ),
    pass: async seconds => {
      for (let passed = 0; passed < seconds; passed += 30) {
        clock.advance(Math.min(30, seconds - passed));
        simulator.model.clusters();
      }
    },
  };
}
