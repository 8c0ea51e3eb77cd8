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

import { useMemo } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { rootRouteRef } from '../routes';
import { formatAlertView, type AlertView } from '../lib/alertView';
import { formatClusterView, type ClusterView } from '../lib/clusterView';
import { formatCostView, type CostView } from '../lib/costView';
import {
  formatExceptionRequestView,
  type ExceptionRequestView,
} from '../lib/exceptionRequestView';
import { formatExceptionView, type ExceptionView } from '../lib/exceptionView';
import { formatFindingView, type FindingView } from '../lib/findingView';
import { formatPolicyView, type PolicyView } from '../lib/policyView';
import { formatReadinessView, type ReadinessView } from '../lib/readinessView';
import { formatRequestView, type RequestView } from '../lib/requestView';
import { formatRolloutView, type RolloutView } from '../lib/rolloutView';

/** The addresses of the fleet's pages. */
export interface FleetLinks {
  overview(): string;
  clusters(view?: Partial<ClusterView>): string;
  readiness(view?: Partial<ReadinessView>): string;
  rollouts(view?: Partial<RolloutView>): string;
  /** A rollout, or a cell or wave of it. */
  rollout(id: string, cell?: string, wave?: string): string;
  /** Where rollouts are planned; a draft is gone on with. */
  planRollout(draft?: string): string;
  policies(view?: Partial<PolicyView>): string;
  /** One policy; its id tells it from others of the name. */
  policy(
    policy: { name: string; id?: string },
    /** Opens the change of it: the path of a layer, or the ARN of a cluster. */
    change?: string,
  ): string;
  findings(view?: Partial<FindingView>): string;
  exceptions(view?: Partial<ExceptionView>): string;
  /** Exceptions that were asked for. */
  exceptionRequests(view?: Partial<ExceptionRequestView>): string;
  requests(view?: Partial<RequestView>): string;
  /** A request for a cluster, a namespace or an application. */
  request(id: string): string;
  /** Where a namespace is asked for; the query fills in fields of the form. */
  askNamespace(query?: Record<string, string>): string;
  alerts(view?: Partial<AlertView>): string;
  costs(view?: Partial<CostView>): string;
  sources(query?: Record<string, string>): string;
}

/** Builds addresses of the pages, wherever they are mounted. */
export function useFleetLinks(): FleetLinks {
  const root = useRouteRef(rootRouteRef)();
  return useMemo(() => fleetLinks(root), [root]);
}

export function fleetLinks(root: string): FleetLinks {
  const base = root.replace(/\/+$/, '');
  return {
    overview: () => `${base}/overview`,
    clusters: view =>
      withQuery(`${base}/clusters`, formatClusterView(view ?? {})),
    readiness: view =>
      withQuery(`${base}/readiness`, formatReadinessView(view ?? {})),
    rollouts: view =>
      withQuery(`${base}/rollouts`, formatRolloutView(view ?? {})),
    rollout: (id, cell, wave) =>
      withQuery(
        `${base}/rollouts/${encodeURIComponent(id)}${
          cell ? `/cells/${encodeURIComponent(cell)}` : ''
        }`,
        new URLSearchParams(wave ? { wave } : {}),
      ),
    planRollout: draft =>
      draft
        ? `${base}/rollouts/${encodeURIComponent(draft)}/edit`
        : `${base}/rollouts/new`,
    policies: view =>
      withQuery(`${base}/policies`, formatPolicyView(view ?? {})),
    policy: ({ id, name }, change) =>
      withQuery(
        `${base}/policies/policy/${encodeURIComponent(name)}`,
        new URLSearchParams({
          ...(id && { id }),
          ...(change !== undefined && { change }),
        }),
      ),
    findings: view =>
      withQuery(`${base}/policies/findings`, formatFindingView(view ?? {})),
    exceptions: view =>
      withQuery(`${base}/policies/exceptions`, formatExceptionView(view ?? {})),
    exceptionRequests: view =>
      withQuery(
        `${base}/policies/exceptions`,
        formatExceptionRequestView(view ?? {}),
      ),
    requests: view =>
      withQuery(`${base}/requests`, formatRequestView(view ?? {})),
    request: id => `${base}/requests/${encodeURIComponent(id)}`,
    askNamespace: query =>
      withQuery(
        `${base}/requests/new`,
        new URLSearchParams({ kind: 'namespace', ...query }),
      ),
    alerts: view => withQuery(`${base}/alerts`, formatAlertView(view ?? {})),
    costs: view => withQuery(`${base}/costs`, formatCostView(view ?? {})),
    sources: query =>
      withQuery(`${base}/sources`, new URLSearchParams(query ?? {})),
  };
}

function withQuery(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
