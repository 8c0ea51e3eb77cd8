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

import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  checkProvisioners,
  shippedProvisioners,
  type EksFleetAwsService,
  type EksFleetGitService,
  type GitEvent,
  type Provisioner,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ArgocdReader } from '../argocd/types';
import type { FleetClusters } from '../collection/FleetClusters';
import type { ObservationReader } from '../collection/types';
import { EksParts } from '../rollouts/executors/gitops/EksParts';
import { GitopsExecutor } from '../rollouts/executors/gitops/GitopsExecutor';
import { GuideLooks } from '../rollouts/executors/guided/GuideLooks';
import { NodeReleaseFinder } from '../rollouts/executors/gitops/NodeReleaseFinder';
import { GitWebhooks } from './GitWebhooks';
import { observeGitHosts } from './observeGitHosts';

export interface GitopsOptions {
  git: EksFleetGitService;
  aws: Pick<EksFleetAwsService, 'eks'>;
  config: RootConfigService;
  /** Besides those that ship. */
  provisioners: readonly Provisioner[];
  observations: Pick<ObservationReader, 'ofMany'>;
  fleet: Pick<FleetClusters, 'list'>;
  argocd: ArgocdReader;
  /** Has all of a cluster observed again soon. */
  refresh: (arn: string) => Promise<void>;
  metrics: MetricsService;
  portalPath?: string;
}

/** What changes clusters by way of Git. */
export interface Gitops {
  executor: GitopsExecutor;
  /** For clusters whose provisioner cannot go back. */
  guide: GuideLooks;
  /** Takes what Git hosts tell, and passes on what is about fleet repositories. */
  listen(onEvent: (event: GitEvent) => Promise<void>): GitWebhooks;
}

/** @throws an error that begins with the field of the configuration that is wrong */
export function createGitops(options: GitopsOptions): Gitops {
  const { argocd, aws, config, fleet, git, metrics, observations } = options;
  const provisioners = [
    ...options.provisioners,
    ...shippedProvisioners.filter(
      ({ id }) => !options.provisioners.some(added => added.id === id),
    ),
  ];
  checkProvisioners(git.repositories, provisioners);
  observeGitHosts(metrics, () => git.hosts());
  return {
    executor: new GitopsExecutor({
      git,
      provisioners,
      parts: new EksParts({ aws, observations, refresh: options.refresh }),
      releases: new NodeReleaseFinder({
        observations,
        arns: async () => (await fleet.list()).map(({ arn }) => arn),
      }),
      argocd,
      portal: {
        appUrl: config.getOptionalString('app.baseUrl') ?? '',
        portalPath: options.portalPath,
      },
    }),
    guide: new GuideLooks({ git, provisioners, argocd }),
    listen: onEvent => new GitWebhooks({ git, metrics, onEvent }),
  };
}
