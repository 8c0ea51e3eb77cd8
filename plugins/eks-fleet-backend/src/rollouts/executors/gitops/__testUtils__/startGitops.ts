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
  DefaultEksFleetAwsService,
  DefaultEksFleetGitService,
  shippedProvisioners,
  type TrackWork,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import {
  DEMO_GITHUB_TOKEN,
  ManualClock,
  startSimulator,
  type Cluster,
} from '@eks-fleet/simulator';
import type { ArgocdReader } from '../../../../argocd/types';
import type { ClusterObservations } from '../../../../collection/types';
import { EksParts } from '../EksParts';
import { GitopsExecutor } from '../GitopsExecutor';
import { hop } from './hops';

export interface GitopsSettings {
  writes?: 'off' | 'on';
  automatic?: boolean;
  token?: string;
  argocd?: ArgocdReader;
  /** The newest that is known of any node group's image. */
  newestRelease?: string;
}

/** A cloud whose clusters are described in Git for Terraform, and portals over it. */
export async function startGitops(size: `${number}x${number}x${number}`) {
  const environment = { ...process.env };
  const clock = new ManualClock('2026-11-25T12:00:00Z');
  const simulator = await startSimulator({
    fleet: size,
    gitops: 'on',
    limits: 'off',
    clock,
  });
  Object.assign(process.env, simulator.environment());
  const { apiUrl, url } = simulator.github;
  const observed = new Map<string, ClusterObservations>();
  const config = ({ automatic, token, writes = 'on' }: GitopsSettings) =>
    new ConfigReader({
      aws: { accountDefaults: { roleName: 'eks-fleet-reader' } },
      integrations: {
        github: [
          {
            host: new URL(url).host,
            apiBaseUrl: apiUrl,
            token: token ?? DEMO_GITHUB_TOKEN,
          },
        ],
      },
      eksFleet: {
        writes,
        fleetRepositories: [
          {
            id: 'fleet',
            url: `${url}/acme/fleet`,
            branch: 'main',
            merge: { automatic: automatic ?? false, method: 'squash' },
            clusters: [
              {
                provisioner: 'terraform',
                path: 'clusters/{label.environment}/{account}/{region}/{cluster}/cluster.auto.tfvars.json',
                fields: {
                  nodegroups: {
                    version:
                      '/eks_managed_node_groups/{name}/kubernetes_version',
                    releaseVersion:
                      '/eks_managed_node_groups/{name}/ami_release_version',
                  },
                },
              },
            ],
          },
        ],
      },
    });
  return {
    simulator,
    clock,
    observed,
    token: DEMO_GITHUB_TOKEN,
    clusters: () => simulator.model.clusters(),
    /** A process of a portal: it shares nothing with another one. */
    startExecutor(settings: GitopsSettings = {}): GitopsExecutor {
      const aws = DefaultEksFleetAwsService.fromConfig(config(settings));
      return new GitopsExecutor({
        git: DefaultEksFleetGitService.fromConfig(config(settings), {
          limits: {
            writesPerMinute: 60_000,
            contentPerMinute: 60_000,
            contentPerHour: 60_000,
            maxWaitSeconds: 5,
          },
          now: () => clock.now(),
        }),
        provisioners: shippedProvisioners,
        parts: new EksParts({
          aws,
          observations: { ofMany: async () => observed },
          refresh: async () => {},
        }),
        releases: { find: async () => settings.newestRelease },
        argocd: settings.argocd,
        portal: { appUrl: 'https://portal.example.com' },
      });
    },
    workOf(cluster: Cluster, over: Partial<TrackWork> = {}): TrackWork {
      const { accountId, arn, name, region, version } = cluster;
      const minor = Number(version.split('.')[1]);
      return hop({
        cellId: `cell-${name}`,
        cluster: {
          arn,
          entityRef: `resource:default/${name}`,
          name,
          partition: 'aws',
          accountId,
          region,
          labels: { environment: cluster.tags.environment ?? 'other' },
        },
        from: version,
        to: `1.${minor + 1}`,
        ...over,
      });
    },
    /** Lets time pass as somebody looks on. */
    pass(seconds: number) {
      for (let passed = 0; passed < seconds; passed += 5) {
        clock.advance(5);
        simulator.model.clusters();
      }
    },
    calls: (operation: string) =>
      simulator
        .calls()
        .filter(each => each.operation === operation)
        .reduce((sum, { count }) => sum + count, 0),
    async stop() {
      process.env = environment;
      await simulator.stop();
    },
  };
}

export type StartedGitops = Awaited<ReturnType<typeof startGitops>>;
