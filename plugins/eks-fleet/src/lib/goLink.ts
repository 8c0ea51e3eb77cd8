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

import type { FleetDeepLinkView } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { FleetLinks } from '../hooks/useFleetLinks';
import { parseAlertView } from './alertView';
import { clusterTabPath, namesClusterTab } from './clusterTab';
import { parseClusterView } from './clusterView';
import { parseCostView } from './costView';
import {
  namesRequests,
  parseExceptionRequestView,
} from './exceptionRequestView';
import { parseExceptionView } from './exceptionView';
import { parseFindingView } from './findingView';
import { parsePolicyView } from './policyView';
import { parseReadinessView } from './readinessView';
import { parseRequestView } from './requestView';
import { parseRolloutView } from './rolloutView';
import type { SoughtFinding } from './soughtFinding';
import { formatTargetView, parseTargetView } from './targetView';

/** What a deep link asks for. */
export interface GoRequest {
  arn?: string;
  account?: string;
  region?: string;
  cluster?: string;
}

const ASKED = ['arn', 'account', 'region', 'cluster'] as const;
/** What the page that a link leads to gets handed on. */
const KEPT = [
  'view',
  'target',
  'alertname',
  'fingerprint',
  'startsAt',
] as const;

/** Pages about many clusters; each takes of a link what it knows. */
const PAGES: Record<
  FleetDeepLinkView | 'requests',
  (links: FleetLinks, params: URLSearchParams) => string
> = {
  overview: links => links.overview(),
  clusters: (links, params) => links.clusters(parseClusterView(params)),
  readiness: (links, params) => links.readiness(parseReadinessView(params)),
  rollouts: (links, params) => links.rollouts(parseRolloutView(params)),
  policies: (links, params) => links.policies(parsePolicyView(params)),
  findings: (links, params) => links.findings(parseFindingView(params)),
  exceptions: (links, params) =>
    namesRequests(params)
      ? links.exceptionRequests(parseExceptionRequestView(params))
      : links.exceptions(parseExceptionView(params)),
  requests: (links, params) => links.requests(parseRequestView(params)),
  alerts: (links, params) => links.alerts(parseAlertView(params)),
  costs: (links, params) => links.costs(parseCostView(params)),
  sources: (links, params) =>
    links.sources(
      Object.fromEntries(formatTargetView(parseTargetView(params))),
    ),
};

/** Reads a deep link. */
export function parseGo(params: URLSearchParams): {
  request: GoRequest;
  kept: string;
} {
  const request: GoRequest = {};
  for (const key of ASKED) {
    const value = params.get(key)?.trim();
    if (value) {
      request[key] = value;
    }
  }
  const kept = new URLSearchParams();
  for (const key of KEPT) {
    const value = params.get(key);
    if (value) {
      kept.set(key, value);
    }
  }
  return { request, kept: kept.toString() };
}

/** Whether a link names a cluster at all. */
export function namesCluster(request: GoRequest): boolean {
  return Boolean(request.arn || request.cluster);
}

/** The rollout, the request, or the page about many clusters, that a link which names no cluster asks for. */
export function fleetPage(
  params: URLSearchParams,
  links: FleetLinks,
): string | undefined {
  const rollout = params.get('rollout');
  if (rollout && !namesCluster(parseGo(params).request)) {
    return links.rollout(
      rollout,
      params.get('cell') ?? undefined,
      /^\d{1,4}$/.exec(params.get('wave') ?? '')?.[0],
    );
  }
  const view = params.get('view') ?? '';
  const asked = params.get('request');
  // An exception that was asked for is on a page of its own view.
  if (asked && !view && !namesCluster(parseGo(params).request)) {
    return links.request(asked);
  }
  return Object.hasOwn(PAGES, view) && !namesCluster(parseGo(params).request)
    ? PAGES[view as keyof typeof PAGES](links, params)
    : undefined;
}

/** What was looked for, as `cluster payments, region eu-west-1`. */
export function describeGo(request: GoRequest): string {
  return ASKED.filter(key => request[key])
    .map(key => `${key} ${request[key]}`)
    .join(', ');
}

/** The same link about one cluster of those that fit. */
export function chosenGo(
  pathname: string,
  chosen: SoughtFinding & { arn: string },
): string {
  return `${pathname}?${new URLSearchParams({ ...chosen })}`;
}

/**
 * Where on a cluster's entity page a link leads: to the tab that it asks for,
 * else to the page itself, which gets what is handed on.
 */
export function leadOn(entityPath: string, kept: string): string {
  const params = new URLSearchParams(kept);
  if (namesClusterTab(params)) {
    return clusterTabPath(entityPath, params);
  }
  return kept ? `${entityPath}?${kept}` : entityPath;
}
