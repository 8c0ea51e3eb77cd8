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

import type { CredentialStore, Principal } from '../aws/CredentialStore';
import type { Clock } from '../clock';
import type { PolicyRule } from '../model/kubernetesStory';
import type { Cluster } from '../model/types';
import type { ApiServerMetrics } from './apiServerMetrics';
import { qualifiedName } from './apiResources';
import { authorize, isAllowed } from './authorize';
import { DISCOVERY_RULES, READER_CLUSTER_ROLE } from './clusterRoles';
import { readDiscovery } from './discovery';
import { KubernetesError } from './KubernetesError';
import { objectsOf, type ClusterObjects } from './objects/objectsOf';
import { readObjects } from './readObjects';
import { readRequestInfo } from './requestInfo';
import { readToken } from './tokens';
import { answerWatch } from './watches/answerWatch';
import type { WatchHistory } from './watches/WatchHistory';

export interface KubernetesAnswer {
  status: number;
  contentType: string;
  headers?: Record<string, string>;
  body: string;
  /** What comes bit by bit in place of a body, until it ends or is ended. */
  lines?(signal: AbortSignal): AsyncIterable<string>;
}

export interface ClusterRequest {
  method: string;
  /** Below the cluster's own address. */
  path: string;
  query: URLSearchParams;
  authorization?: string;
  accept?: string;
}

/** Somebody who keeps objects in a cluster, and lets them be read. */
export interface ClusterGuest {
  rules: PolicyRule[];
  withObjects(own: ClusterObjects): ClusterObjects;
}

const NOT_FOUND = '404 page not found\n';

/** What EKS shows to anybody. */
const OPEN_PATHS = ['/healthz', '/livez', '/readyz'];

/**
 * What a cluster's API server answers: who asks, whether that may be, what
 * there is, in that order.
 *
 * @throws KubernetesError
 */
export function answerCluster(
  request: ClusterRequest,
  cluster: Cluster,
  options: {
    credentials: CredentialStore;
    metrics: ApiServerMetrics;
    clock: Pick<Clock, 'now'>;
    history: WatchHistory;
    /** Whether what a client goes on from is too old whatever its age. */
    expireContinue?: boolean;
    /** Whether no rule of the cluster allows the request. */
    deny?: boolean;
    /** What runs in the cluster beside what its model says. */
    guest?: ClusterGuest;
  },
): KubernetesAnswer {
  const { method, path, query, accept } = request;
  if (OPEN_PATHS.includes(path)) {
    return { status: 200, contentType: 'text/plain', body: 'ok' };
  }
  const principal = authenticated(request, cluster, options.credentials);
  const info = readRequestInfo(method, path, query);
  const { guest, history } = options;
  const rules = options.deny
    ? []
    : [...rulesOf(cluster), ...(guest?.rules ?? [])];
  authorize(info, principal.arn, rules);
  if (path === '/metrics') {
    return {
      status: 200,
      contentType: 'text/plain; version=0.0.4; charset=utf-8; escaping=values',
      body: options.metrics.scrape(cluster),
    };
  }
  const look = () => {
    const own = objectsOf(cluster);
    return guest?.withObjects(own) ?? own;
  };
  const objects = look();
  const notFound = {
    status: 404,
    contentType: 'text/plain; charset=utf-8',
    body: NOT_FOUND,
  };
  if (info.resource && info.verb === 'watch') {
    const watch = answerWatch(info.resource, objects, {
      cluster,
      query,
      accept,
      history,
      expire: options.expireContinue,
      now: () => options.clock.now(),
      look: async () => look(),
    });
    return watch ?? notFound;
  }
  const now = options.clock.now();
  const found = info.resource
    ? readObjects(info.resource, objects, {
        query,
        accept,
        now,
        expireContinue: options.expireContinue,
      })
    : readDiscovery(cluster, objects, path);
  if (info.resource && isAllowed({ ...info, verb: 'watch' }, rules)) {
    const name = qualifiedName(info.resource.plural, info.resource.group);
    history.remember(cluster, name, objects.byResource.get(name) ?? [], now);
  }
  return found === undefined ? notFound : json(200, found);
}

function rulesOf({ kubernetes }: Cluster): PolicyRule[] {
  return [
    ...DISCOVERY_RULES,
    ...(kubernetes.clusterRole ?? READER_CLUSTER_ROLE),
  ];
}

export function json(
  status: number,
  value: unknown,
  headers?: Record<string, string>,
): KubernetesAnswer {
  return {
    status,
    contentType: 'application/json',
    headers,
    body: JSON.stringify(value),
  };
}

function authenticated(
  { authorization }: ClusterRequest,
  cluster: Cluster,
  credentials: CredentialStore,
): Principal {
  const [, token] = /^Bearer (.+)$/.exec(authorization ?? '') ?? [];
  const principal = token && readToken(token, cluster, credentials);
  if (!principal || !cluster.accessEntries.includes(principal.roleArn)) {
    throw KubernetesError.unauthorized();
  }
  return principal;
}
