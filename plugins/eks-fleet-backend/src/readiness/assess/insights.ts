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

import type { Insight } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import { isHop, type AssessmentContext, type Rule } from './context';
import { findDeprecations } from './deprecatedApis';
import { createFinding, evidenceOf } from './findings';
import { minorOf } from './versions';

const HOUR_MS = 60 * 60 * 1000;
const UPGRADE = 'UPGRADE_READINESS';

/**
 * What EKS's own insights say. Only those on upgrades decide; all other
 * categories, those that nobody knows yet among them, inform.
 */
export const findInsights: Rule = context => {
  const document = context.documents.insights;
  if (!document) {
    return [];
  }
  const upgrade = document.insights.filter(
    insight => insight.category === UPGRADE,
  );
  return [
    ...upgrade.flatMap(insight => judgeUpgradeInsight(context, insight)),
    ...document.insights
      .filter(insight => insight.category !== UPGRADE)
      .flatMap(insight => inform(context, insight)),
    ...findAbsence(context, upgrade),
    ...findStaleness(context, upgrade),
    ...findUnreadable(context),
  ];
};

/**
 * The hop that an insight speaks of; `undefined` where that is not on the way.
 * One that names no version, or that of the control plane itself, is about the
 * next hop: EKS names the present version in checks of skew and health.
 */
export function hopOf(
  context: AssessmentContext,
  insight: Pick<Insight, 'kubernetesVersion' | 'deprecations'>,
): string | undefined {
  const { hops, current } = context;
  const version = minorOf(insight.kubernetesVersion);
  if (version === undefined || isHop(context, version)) {
    return version ?? hops[0];
  }
  return version === current && insight.deprecations.length === 0
    ? hops[0]
    : undefined;
}

function judgeUpgradeInsight(
  context: AssessmentContext,
  insight: Insight,
): Finding[] {
  const hop = hopOf(context, insight);
  if (insight.status === 'PASSING' || hop === undefined) {
    return [];
  }
  if (insight.status === 'ERROR' || insight.status === 'WARNING') {
    const severity = insight.status === 'ERROR' ? 'blocking' : 'warning';
    const details = [
      ...findDeprecations(context, insight, hop, severity),
      ...findAddonDetails(context, insight, hop, severity),
    ];
    return details.length > 0
      ? details
      : [describe(context, insight, { severity, hop })];
  }
  return [describe(context, insight, { severity: 'unknown', hop })];
}

function describe(
  context: AssessmentContext,
  insight: Insight,
  { severity, hop }: Pick<Finding, 'severity' | 'hop'>,
): Finding {
  const version = insight.kubernetesVersion ?? '';
  const about = [insight.name, version];
  const reason = insight.reason ? `: ${insight.reason}` : '';
  const unknown = severity === 'unknown';
  return createFinding(context, {
    code: unknown ? 'insight-unknown' : 'insight',
    about,
    severity,
    title: unknown ? `EKS cannot tell: ${insight.name}` : insight.name,
    message: unknown
      ? `EKS cannot tell whether "${insight.name}" holds${reason}`
      : `EKS: ${insight.name}${reason}`,
    subject: { kind: 'insight', name: insight.name },
    evidence: evidenceOf(context, 'insights', {
      status: insight.status,
      category: insight.category,
      refreshed: insight.lastRefreshTime,
      resources: resourcesOf(insight),
    }),
    hop,
    fix: insight.recommendation,
  });
}

function resourcesOf(insight: Insight): string | undefined {
  const names = insight.resources.map(
    ({ kubernetesResourceUri, arn }) => kubernetesResourceUri ?? arn,
  );
  return names.filter(Boolean).slice(0, 20).join(', ') || undefined;
}

/** The same keys as the rule on add-ons has: one add-on is one finding. */
function findAddonDetails(
  context: AssessmentContext,
  insight: Insight,
  hop: string,
  severity: 'blocking' | 'warning',
): Finding[] {
  return insight.addons.map(({ name, compatibleVersions }) => {
    const [newest] = compatibleVersions;
    return createFinding(context, {
      code: newest ? 'addon-incompatible' : 'addon-no-version',
      about: [name, hop],
      severity,
      title: newest
        ? `${name} is not compatible with ${hop}`
        : `${name} has no version for ${hop}`,
      message: newest
        ? `EKS says that the add-on ${name} is not compatible with Kubernetes ${hop}`
        : `EKS has no version of the add-on ${name} for Kubernetes ${hop}`,
      subject: { kind: 'addon', name },
      evidence: evidenceOf(context, 'insights', {
        insight: insight.name,
        compatible: compatibleVersions.slice(0, 10).join(', ') || 'none',
      }),
      hop,
      fix: newest && `Move ${name} to ${newest}.`,
    });
  });
}

function inform(context: AssessmentContext, insight: Insight): Finding[] {
  if (insight.status === 'PASSING') {
    return [];
  }
  return [
    createFinding(context, {
      code: 'insight-other',
      about: [insight.category, insight.name, insight.kubernetesVersion ?? ''],
      severity: 'info',
      title: insight.name,
      message: `EKS (${insight.category}, ${insight.status}): ${insight.name}${
        insight.reason ? `: ${insight.reason}` : ''
      }`,
      subject: { kind: 'insight', name: insight.name },
      evidence: evidenceOf(context, 'insights', {
        status: insight.status,
        category: insight.category,
      }),
      fix: insight.recommendation,
    }),
  ];
}

/** EKS makes insights within a day of a cluster's creation. */
function findAbsence(
  context: AssessmentContext,
  upgrade: Insight[],
): Finding[] {
  if (upgrade.length > 0 || context.hops.length === 0) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'insights-absent',
      severity: 'unknown',
      title: 'EKS has no upgrade insights',
      message: `EKS has no upgrade insights on ${context.cluster.name} yet`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, 'insights'),
      fix: 'EKS makes them within 24 hours of a cluster’s creation; StartInsightsRefresh asks for them.',
    }),
  ];
}

/** EKS looks daily; what it saw before two days says little of today. */
function findStaleness(
  context: AssessmentContext,
  upgrade: Insight[],
): Finding[] {
  const limit =
    context.now.getTime() - context.settings.insightsFreshForHours * HOUR_MS;
  const times = upgrade
    .filter(insight => hopOf(context, insight) !== undefined)
    .flatMap(({ lastRefreshTime }) => lastRefreshTime ?? [])
    .filter(time => Date.parse(time) < limit)
    .sort();
  if (times.length === 0) {
    return [];
  }
  return [
    createFinding(context, {
      code: 'insights-stale',
      severity: 'unknown',
      title: 'EKS has not refreshed its insights',
      message: `EKS last refreshed ${
        times.length === 1 ? 'an insight' : `${times.length} insights`
      } on ${context.cluster.name} more than ${
        context.settings.insightsFreshForHours
      } hours ago, the oldest on ${times[0]}`,
      subject: { kind: 'cluster', name: context.cluster.name },
      evidence: evidenceOf(context, 'insights', { oldest: times[0] }),
      fix: 'Ask EKS for a refresh (StartInsightsRefresh).',
    }),
  ];
}

/** Not passing, and EKS did not say more: judged above where it is listed. */
function findUnreadable(context: AssessmentContext): Finding[] {
  const { insights, unreadable } = context.documents.insights!;
  const listed = new Set(insights.flatMap(({ id, name }) => [id, name]));
  return unreadable
    .filter(({ name }) => !listed.has(name))
    .map(({ name, reason, code }) =>
      createFinding(context, {
        code: 'insight-unreadable',
        about: [name],
        severity: 'unknown',
        title: 'An insight cannot be read',
        cause: [code ?? ''],
        message: `The insight ${name} is not passing, and cannot be read`,
        subject: { kind: 'insight', name },
        evidence: evidenceOf(context, 'insights', { error: reason }),
      }),
    );
}
