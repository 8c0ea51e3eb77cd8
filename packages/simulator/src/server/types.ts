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

import type { ArgocdControl } from '../argocd/ArgocdControl';
import type { Clock } from '../clock';
import type { GithubControl } from '../github/GithubControl';
import type { ServiceAccountTokenRequest } from '../kubernetes/serviceAccountTokens';
import type { CloudModel } from '../model';
import type { CloudSettings } from '../model/settings';
import type { Update } from '../model/updates';
import type { FleetSpec } from '../model/types';
import type { CallCount } from './CallLog';
import type { FaultSpec } from './faults';
import type { OutsideUpgrade } from './upgradeCluster';

/**
 * @public
 */
export interface SimulatorOptions {
  /** `demo` (the default), accounts × Regions × clusters, or a whole cloud. */
  fleet?: 'demo' | `${number}x${number}x${number}` | FleetSpec;
  /** `127.0.0.1` by default. */
  host?: string;
  /** Of the AWS endpoint; any free one by default. */
  port?: number;
  /** Of the Kubernetes API; any free one by default. */
  kubernetesPort?: number;
  /** Of the Git host; any free one by default. */
  githubPort?: number;
  /** How long each AWS call takes at least; 0 by default. */
  latencyMs?: number;
  /** What looks random follows from it; 1 by default. */
  seed?: number;
  /** `off` lets a client be measured without the brakes of the cloud and of the Git host; `on` by default. */
  limits?: 'on' | 'off';
  /** Whose names the issuers of service-account tokens have: `simulator` makes their keys reachable under `<kubernetesUrl>/oidc/<id>`; `aws` by default. */
  oidcIssuers?: 'aws' | 'simulator';
  /** Real time, which can be put ahead, by default. */
  clock?: Clock;
  /** Whether a fleet that has none gets a repository that describes all its clusters for Terraform, and Argo CD in its first cluster; `off` by default. */
  gitops?: 'on' | 'off';
  /** What the fleet leaves out, or has otherwise. */
  settings?: Partial<CloudSettings>;
}

/**
 * A cloud that runs.
 *
 * @public
 */
export interface Simulator {
  /** Where all AWS services answer. */
  readonly url: string;
  /** Without `/api/v2`: what fires, for whoever reads it or sends it. */
  readonly alertmanagerUrl: string;
  readonly kubernetesUrl: string;
  /** PEM of the authority that Kubernetes API servers and token issuers are verified with. */
  readonly kubernetesCertificateAuthority: string;
  /** The Git host, from behind; without repositories where the fleet has none. */
  readonly github: GithubControl;
  /** Argo CD and what it deploys, from behind. */
  readonly argocd: ArgocdControl;
  readonly model: CloudModel;
  readonly clock: Clock;
  /** What an AWS SDK or the AWS CLI needs in its environment. */
  environment(): Record<string, string>;
  /** What was called since the start or the last reset. */
  calls(): CallCount[];
  resetCalls(): void;
  /** The most AWS calls under way at once. */
  peakInFlight(): number;
  /** A token as a pod of the cluster gets it, signed by the cluster's issuer. Throws where there is no such cluster. */
  serviceAccountToken(
    clusterArn: string,
    request: ServiceAccountTokenRequest,
  ): Promise<string>;
  /** Where the Policy Reporter of a cluster answers, with `tls` under a certificate that is its own authority. Throws where there is no such cluster. */
  policyReporterUrl(clusterArn: string, options?: { tls?: boolean }): string;
  addFault(fault: FaultSpec): void;
  /** Ends what was added; with `standing` also what belongs to the fleet's story. */
  clearFaults(options?: { standing?: boolean }): void;
  /** Lets somebody else upgrade a cluster now. Throws where there is no such cluster, or EKS would refuse. */
  upgradeCluster(upgrade: OutsideUpgrade): Update;
  stop(): Promise<void>;
}
