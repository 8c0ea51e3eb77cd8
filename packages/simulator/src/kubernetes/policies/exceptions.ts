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

import type { Manifest, PolicyStory } from '../../model/policyStory';
import { celHolds } from './cel';
import { isAmong, matchesWildcard } from './wildcards';
import type { Subject } from './types';

/** An exception as an engine reads it. */
export interface Exemption {
  name: string;
  namespace: string;
  /** What is reported of what it covers. */
  result: 'pass' | 'skip';
  covers(policyName: string, rule: string, subject: Subject): boolean;
}

export const CEL_EXCEPTIONS = 'policies.kyverno.io';
export const LEGACY_EXCEPTIONS = 'kyverno.io';

export function exceptionManifests({
  exceptions = [],
  strayExceptions = [],
}: PolicyStory): Manifest[] {
  return [...exceptions, ...strayExceptions].filter(
    ({ kind }) => kind === 'PolicyException',
  );
}

/**
 * The exceptions that policies of a kind know. Whether one has expired does not
 * matter here: what scans in the background honours it all the same
 * (kyverno/kyverno#17473).
 */
export function exemptionsOf(
  story: PolicyStory,
  policyKind: 'ClusterPolicy' | 'ValidatingPolicy',
): Exemption[] {
  const group =
    policyKind === 'ValidatingPolicy' ? CEL_EXCEPTIONS : LEGACY_EXCEPTIONS;
  return exceptionManifests(story)
    .filter(({ apiVersion }) => apiVersion.split('/')[0] === group)
    .map(manifest => ({
      name: manifest.metadata.name,
      namespace: manifest.metadata.namespace ?? 'default',
      result:
        (manifest.spec as CelSpec | undefined)?.reportResult === 'pass'
          ? 'pass'
          : 'skip',
      covers:
        policyKind === 'ValidatingPolicy'
          ? (policyName, _rule, subject) =>
              celCovers(manifest.spec as CelSpec, policyName, subject)
          : (policyName, rule, subject) =>
              legacyCovers(
                manifest.spec as LegacySpec,
                policyName,
                rule,
                subject,
              ),
    }));
}

interface CelSpec {
  policyRefs?: { kind: string; name: string }[];
  matchConditions?: { name: string; expression: string }[];
  reportResult?: 'pass' | 'skip';
}

function celCovers(
  { policyRefs = [], matchConditions = [] }: CelSpec,
  policyName: string,
  { apiVersion, kind, object }: Subject,
): boolean {
  const isMeant = policyRefs.some(
    ref => ref.kind === 'ValidatingPolicy' && ref.name === policyName,
  );
  const scope = { object: { apiVersion, kind, ...object } };
  return (
    isMeant &&
    matchConditions.every(({ expression }) => holds(expression, scope))
  );
}

/** Where a condition fails to be evaluated, the exception does not apply. */
function holds(expression: string, scope: Record<string, unknown>): boolean {
  try {
    return celHolds(expression, scope);
  } catch {
    return false;
  }
}

interface LegacySpec {
  match?: { any?: LegacyFilter[]; all?: LegacyFilter[] };
  exceptions?: { policyName: string; ruleNames: string[] }[];
}

interface LegacyFilter {
  resources?: {
    kinds?: string[];
    namespaces?: string[];
    names?: string[];
    name?: string;
    selector?: { matchLabels?: Record<string, string> };
  };
}

function legacyCovers(
  { match = {}, exceptions = [] }: LegacySpec,
  policyName: string,
  rule: string,
  subject: Subject,
): boolean {
  const isMeant = exceptions.some(
    exception =>
      exception.policyName === policyName &&
      exception.ruleNames.some(name => matchesWildcard(rule, name)),
  );
  const { any = [], all = [] } = match;
  return (
    isMeant &&
    (any.length === 0 || any.some(filter => selects(filter, subject))) &&
    all.every(filter => selects(filter, subject))
  );
}

function selects(
  { resources = {} }: LegacyFilter,
  { kind, object: { metadata } }: Subject,
): boolean {
  const { kinds, namespaces, names, name, selector } = resources;
  const wanted = names ?? (name === undefined ? undefined : [name]);
  return (
    (!kinds ||
      kinds.some(pattern =>
        matchesWildcard(kind, pattern.split('/').pop()!),
      )) &&
    (!namespaces || isAmong(metadata.namespace, namespaces)) &&
    (!wanted || isAmong(metadata.name, wanted)) &&
    Object.entries(selector?.matchLabels ?? {}).every(
      ([key, value]) => metadata.labels?.[key] === value,
    )
  );
}
