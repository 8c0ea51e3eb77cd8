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

import type { Addon } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Finding } from '../types';
import type { AssessmentContext, Rule } from './context';
import { createFinding, evidenceOf } from './findings';
import { healthIssuesOf, wordIssue } from './healthIssues';
import { planAddon, type AddonPlan } from './planAddon';

const HOUR_MS = 60 * 60 * 1000;
/** Nodes come up with these or not at all. */
const NODES_NEED: readonly string[] = ['vpc-cni', 'kube-proxy', 'coredns'];
const BUSY: readonly string[] = ['CREATING', 'UPDATING', 'DELETING'];

/** The add-ons that EKS manages, with the way of each. */
export function planAddons(
  context: AssessmentContext,
): Array<{ addon: Addon; plan: AddonPlan }> {
  return (context.documents.addons?.addons ?? []).flatMap(addon =>
    addon.version === undefined
      ? []
      : [
          {
            addon,
            plan: planAddon({
              name: addon.name,
              installed: addon.version,
              current: context.current,
              hops: isListed(context, addon) ? context.hops : [],
              listed: version => listedFor(context, addon.name, version),
            }),
          },
        ],
  );
}

/** Versions, status and health of the add-ons that EKS manages. */
export const findAddons: Rule = context => {
  const document = context.documents.addons;
  if (!document) {
    return [];
  }
  const { addons, unreadable } = document;
  return [
    ...addons.flatMap(addon => findHealth(context, addon)),
    ...addons
      .filter(({ version }) => version === undefined)
      .map(addon =>
        createFinding(context, {
          code: 'addon-version-unknown',
          about: [addon.name],
          severity: 'unknown',
          title: `The version of ${addon.name} is not known`,
          message: `EKS does not say which version of ${addon.name} is installed`,
          subject: { kind: 'addon', name: addon.name },
          evidence: evidenceOf(context, 'addons'),
        }),
      ),
    ...unreadable.map(({ name, reason }) =>
      createFinding(context, {
        code: 'addon-unreadable',
        about: [name],
        severity: 'unknown',
        title: `The add-on ${name} cannot be read`,
        message: `The add-on ${name} is listed, and cannot be read`,
        subject: { kind: 'addon', name },
        evidence: evidenceOf(context, 'addons', { error: reason }),
      }),
    ),
    ...planAddons(context).flatMap(({ addon, plan }) =>
      findCompatibility(context, addon, plan),
    ),
    ...findCatalogue(context, addons),
  ];
};

function findCompatibility(
  context: AssessmentContext,
  addon: Addon,
  plan: AddonPlan,
): Finding[] {
  const { name, version } = addon;
  const subject = { kind: 'addon', name };
  if (context.hops.length > 0 && !isListed(context, addon)) {
    return [
      createFinding(context, {
        code: 'addon-not-listed',
        about: [name],
        severity: addon.marketplace ? 'warning' : 'unknown',
        title: `EKS does not list ${name}`,
        message: `EKS does not say which Kubernetes versions ${name} ${version} goes with${
          addon.marketplace ? '; it comes from the AWS Marketplace' : ''
        }`,
        subject,
        evidence: evidenceOf(context, 'addons', {
          version,
          publisher: addon.publisher,
        }),
        fix: 'Ask its publisher.',
      }),
    ];
  }
  const findings: Finding[] = [];
  if (plan.incompatibleAt) {
    const hop = plan.incompatibleAt;
    const listed = listedFor(context, name, hop) ?? [];
    findings.push(
      createFinding(context, {
        code: 'addon-incompatible',
        about: [name, hop],
        severity: 'blocking',
        title: `${name} is not compatible with ${hop}`,
        message: `${name} ${version} is not among the versions that EKS lists for Kubernetes ${hop}`,
        subject,
        evidence: evidenceOf(context, 'addons', {
          installed: version,
          newestCompatible: listed[0],
          compatible: listed.slice(0, 10).join(', '),
        }),
        hop,
        fix: fixOf(addon, plan, hop),
      }),
    );
  }
  if (plan.impossibleAt) {
    const hop = plan.impossibleAt;
    findings.push(
      createFinding(context, {
        code: 'addon-no-version',
        about: [name, hop],
        severity: 'blocking',
        title: `${name} has no version for ${hop}`,
        message: `EKS lists no version of ${name} for Kubernetes ${hop}`,
        subject,
        evidence: evidenceOf(context, 'addons', { installed: version }),
        hop,
        fix: `Wait for a version that goes with ${hop}, or replace or remove ${name}.`,
      }),
    );
  }
  return findings;
}

function fixOf({ name, version }: Addon, plan: AddonPlan, hop: string): string {
  const moves = plan.moves.filter(move => move.hop === hop);
  const last = moves[moves.length - 1];
  const between = moves.slice(0, -1).map(({ to }) => to);
  const through = between.length
    ? `, over ${between.join(', ')}: one minor version at a time`
    : '';
  return last.when === 'before'
    ? `Move ${name} from ${version} to ${last.to} before ${hop}${through}.`
    : `No version of ${name} serves both sides: move it to ${last.to} right after the control plane is at ${hop}${through}.`;
}

function findHealth(context: AssessmentContext, addon: Addon): Finding[] {
  const { name, status } = addon;
  const subject = { kind: 'addon', name };
  const evidence = evidenceOf(context, 'addons', {
    status,
    version: addon.version,
  });
  if (BUSY.includes(status)) {
    return [
      createFinding(context, {
        code: 'addon-busy',
        about: [name],
        severity: 'blocking',
        title: `${name} is ${status}`,
        message: `The add-on ${name} is ${status}; wait until it is ACTIVE`,
        subject,
        evidence,
      }),
    ];
  }
  const needed = NODES_NEED.includes(name);
  const severity = needed ? 'blocking' : 'warning';
  return healthIssuesOf(addon).map(issue =>
    createFinding(context, {
      code: 'addon-health',
      about: [name, issue.code],
      severity,
      title: `${name}: ${issue.code}`,
      message: `The add-on ${name} is not healthy: ${wordIssue(issue)}${
        needed ? '; nodes do not come up without it' : ''
      }`,
      subject,
      evidence,
      fix: 'Make it healthy before the upgrade.',
    }),
  );
}

/** Whether the lists that the verdict rests on are there, and new enough. */
function findCatalogue(context: AssessmentContext, addons: Addon[]): Finding[] {
  if (!addons.some(({ marketplace }) => !marketplace)) {
    return [];
  }
  const limit =
    context.now.getTime() -
    context.settings.addonVersionsFreshForHours * HOUR_MS;
  return context.hops.flatMap(hop => {
    const listed = context.addonVersions.get(hop);
    if (listed && !(Date.parse(listed.observedAt) < limit)) {
      return [];
    }
    return [
      createFinding(context, {
        code: listed ? 'addon-versions-stale' : 'addon-versions-unknown',
        about: [hop],
        severity: 'unknown',
        title: listed
          ? `Add-on versions for ${hop} are too old`
          : `Add-on versions for ${hop} are not known`,
        message: listed
          ? `Which add-on versions go with Kubernetes ${hop} was last asked on ${listed.observedAt}`
          : `Which add-on versions go with Kubernetes ${hop} is not known; EKS was not asked yet`,
        subject: { kind: 'version', name: hop },
        evidence: {
          source: 'addonVersions',
          ...(listed && { observedAt: listed.observedAt }),
          facts: {},
        },
        hop,
      }),
    ];
  });
}

/**
 * Whether EKS says anything of an add-on's versions: those of the Marketplace
 * may come without.
 */
function isListed(
  { addonVersions, hops }: AssessmentContext,
  { name, marketplace }: Addon,
): boolean {
  const known = [...addonVersions.values()];
  return (
    known.some(({ addons }) => (addons[name]?.length ?? 0) > 0) ||
    (!marketplace && !hops.some(hop => addonVersions.has(hop)))
  );
}

/** The newest first; `undefined` where EKS was not asked. */
function listedFor(
  { addonVersions }: AssessmentContext,
  name: string,
  version: string,
): string[] | undefined {
  const listed = addonVersions.get(version);
  return listed && (listed.addons[name] ?? []).map(item => item.version);
}
