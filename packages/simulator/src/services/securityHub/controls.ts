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

import type { Cluster } from '../../model/types';
import { findVersion } from '../../model/versions';

/** A control of Security Hub about EKS clusters. */
export interface EksControl {
  id: string;
  title: string;
  description: string;
  severity: 'HIGH' | 'LOW' | 'MEDIUM';
  /** The rule of AWS Config behind it. */
  rule: string;
  passes(cluster: Cluster, now: Date): boolean;
}

/** EKS.7 is about identity provider configurations, of which no cluster has any. */
export const EKS_CONTROLS: readonly EksControl[] = [
  {
    id: 'EKS.1',
    title: 'EKS cluster endpoints should not be publicly accessible',
    description:
      'This control checks whether an Amazon EKS cluster endpoint is publicly accessible. The control fails if an EKS cluster has an endpoint that is publicly accessible.',
    severity: 'HIGH',
    rule: 'eks-endpoint-no-public-access',
    passes: ({ endpointPublicAccess }) => !endpointPublicAccess,
  },
  {
    id: 'EKS.2',
    title: 'EKS clusters should run on a supported Kubernetes version',
    description:
      'This control checks whether an Amazon EKS cluster runs on a supported Kubernetes version. The control fails if the EKS cluster runs on an unsupported version.',
    severity: 'HIGH',
    rule: 'eks-cluster-supported-version',
    passes: ({ version }, now) => {
      const known = findVersion(version);
      return (
        known !== undefined &&
        Date.parse(known.endOfStandardSupport) > now.getTime()
      );
    },
  },
  {
    id: 'EKS.3',
    title: 'EKS clusters should use encrypted Kubernetes secrets',
    description:
      'This control checks whether an Amazon EKS cluster uses encrypted Kubernetes secrets. The control fails if the cluster’s Kubernetes secrets are not encrypted.',
    severity: 'MEDIUM',
    rule: 'eks-cluster-secrets-encrypted',
    passes: ({ encryption }) => encryption,
  },
  {
    id: 'EKS.6',
    title: 'EKS clusters should be tagged',
    description:
      'This control checks whether an Amazon EKS cluster has tags. The control fails if it has no tag.',
    severity: 'LOW',
    rule: 'tagged-eks-cluster',
    passes: ({ tags }) => Object.keys(tags).length > 0,
  },
  {
    id: 'EKS.8',
    title: 'EKS clusters should have audit logging enabled',
    description:
      'This control checks whether an Amazon EKS cluster has audit logging enabled. The control fails if audit logging is not enabled for the cluster.',
    severity: 'MEDIUM',
    rule: 'eks-cluster-log-enabled',
    passes: ({ logging }) => logging.includes('audit'),
  },
];
