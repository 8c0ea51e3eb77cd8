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
  versionRank,
  type DeprecatedApi,
  type Insight,
  type InsightClient,
  type InsightDeprecation,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import { isHop, type AssessmentContext, type Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import { minorOf } from './versions';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How far back EKS looks for calls of a deprecated API. */
const LOOK_BACK_DAYS = 30;

/** One finding for each client of each API that a hop no longer serves. */
export function findDeprecations(
  context: AssessmentContext,
  insight: Insight,
  hop: string,
  severity: 'blocking' | 'warning',
): Finding[] {
  return insight.deprecations
    .filter(({ stopServingVersion }) => {
      const removal = minorOf(stopServingVersion);
      return removal === undefined || isHop(context, removal);
    })
    .flatMap(deprecation => {
      const clients: Array<InsightClient | undefined> = deprecation.clients
        .length
        ? deprecation.clients
        : [undefined];
      return clients.map(client =>
        describe(context, { insight, deprecation, client, hop, severity }),
      );
    });
}

function describe(
  context: AssessmentContext,
  found: {
    insight: Insight;
    deprecation: InsightDeprecation;
    client?: InsightClient;
    hop: string;
    severity: 'blocking' | 'warning';
  },
): Finding {
  const { insight, deprecation, client } = found;
  const hop = minorOf(deprecation.stopServingVersion) ?? found.hop;
  const caller = client?.userAgent || 'a client that EKS does not name';
  const { text, clearsAt } = activityOf(client, context.now);
  return createFinding(context, {
    code: 'deprecated-api',
    about: [deprecation.usage, ...(client ? [client.userAgent] : [])],
    severity: found.severity,
    title: `${caller} calls ${deprecation.usage}`,
    message: `${caller} calls ${deprecation.usage}, which Kubernetes ${hop} no longer serves; ${text}`,
    subject: { kind: 'deprecatedApi', name: deprecation.usage },
    evidence: evidenceOf(context, 'insights', {
      insight: insight.name,
      userAgent: client?.userAgent,
      requestsLast30Days: client?.requestsLast30Days,
      lastRequest: client?.lastRequestTime,
      refreshed: insight.lastRefreshTime,
    }),
    hop,
    clearsAt,
    fix: deprecation.replacedWith
      ? `Let ${caller} call ${deprecation.replacedWith} instead${
          deprecation.startServingReplacementVersion
            ? `, served from ${deprecation.startServingReplacementVersion} on`
            : ''
        }.`
      : insight.recommendation,
  });
}

/**
 * Whether a client still calls, or has stopped and EKS merely looks back: its
 * insight stays red until 30 days after the last call.
 */
function activityOf(
  client: InsightClient | undefined,
  now: Date,
): { text: string; clearsAt?: Date } {
  const last = Date.parse(client?.lastRequestTime ?? '');
  if (Number.isNaN(last)) {
    return { text: 'when it last did is not known' };
  }
  // A call that is yet to come was seen by a clock that is ahead.
  const time = Math.min(last, now.getTime());
  const quietDays = Math.floor((now.getTime() - time) / DAY_MS);
  const clearsAt = new Date(time + LOOK_BACK_DAYS * DAY_MS);
  if (quietDays === 0) {
    return { text: 'it still does, within the last day', clearsAt };
  }
  const quiet = `quiet for ${quietDays} ${quietDays === 1 ? 'day' : 'days'}`;
  return clearsAt > now
    ? {
        text: `${quiet}; if it stays so, EKS clears this on ${clearsAt
          .toISOString()
          .slice(0, 10)}`,
        clearsAt,
      }
    : { text: `${quiet}; EKS clears this at its next refresh` };
}

/**
 * What API servers counted. Absence proves nothing: each knows what it was
 * asked for since it started. Presence is proof, unless EKS's audit of 30 days
 * found no call.
 */
export const findRequestedApis: Rule = context => {
  const insights = context.documents.insights?.insights ?? [];
  const told = new Set(
    insights.flatMap(({ deprecations }) =>
      deprecations.map(({ usage }) => usage),
    ),
  );
  return (context.documents.kubernetesDeprecatedApis?.apis ?? [])
    .filter(api => isHop(context, api.removedRelease) && !told.has(pathOf(api)))
    .map(api => {
      const hop = minorOf(api.removedRelease)!;
      const passed = passesDeprecations(context, hop);
      const path = pathOf(api);
      return createFinding(context, {
        code: 'deprecated-api',
        about: [path],
        severity: passed ? 'warning' : 'blocking',
        title: `Somebody calls ${path}`,
        message: `An API server was asked for ${path}, which Kubernetes ${hop} no longer serves, last seen ${
          api.lastSeenAt
        }; who asked it does not say${
          passed ? ', and EKS found no such call in 30 days' : ''
        }`,
        subject: { kind: 'deprecatedApi', name: path },
        evidence: evidenceOf(context, 'kubernetesDeprecatedApis', {
          firstSeen: api.firstSeenAt,
          lastSeen: api.lastSeenAt,
          removedRelease: api.removedRelease,
        }),
        hop,
        fix: 'Look for annotations.k8s.io/deprecated in the audit log to find who calls it.',
      });
    });
};

function pathOf({ group, version, resource, subresource }: DeprecatedApi) {
  return [
    group ? `/apis/${group}` : '/api',
    version,
    resource,
    ...(subresource ? [subresource] : []),
  ].join('/');
}

/** Whether EKS looked for calls of what a version removes, and found none. */
function passesDeprecations(
  { documents }: AssessmentContext,
  version: string,
): boolean {
  return (documents.insights?.insights ?? []).some(
    insight =>
      insight.category === 'UPGRADE_READINESS' &&
      insight.status === 'PASSING' &&
      /deprecated api/i.test(insight.name) &&
      versionRank(insight.kubernetesVersion) === versionRank(version),
  );
}
