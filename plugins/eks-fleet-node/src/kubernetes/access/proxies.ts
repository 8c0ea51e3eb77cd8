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

import type { AwsTarget } from '../../aws/types';
import { isInScope, type ClusterScope } from './clusterScope';

/**
 * An HTTP CONNECT proxy on the way to clusters' APIs.
 *
 * @public
 */
export interface KubernetesProxy {
  /** Names it in messages. */
  id: string;
  /** `http://` or `https://`, with neither a path nor credentials. */
  url: string;
  /** Shown to the proxy, and to nobody else. */
  credentials?: { username: string; password: string };
  /** Clusters that are reached through it; all are where left out. */
  match?: KubernetesProxyMatch;
}

/**
 * Which clusters a proxy is for: those that fit each list that is given.
 *
 * @public
 */
export type KubernetesProxyMatch = ClusterScope;

/**
 * The first proxy that is for a cluster.
 *
 * @public
 */
export function findKubernetesProxy<T extends KubernetesProxy>(
  proxies: readonly T[],
  cluster: AwsTarget & { name: string },
): T | undefined {
  return proxies.find(({ match }) => isInScope(match, cluster));
}
