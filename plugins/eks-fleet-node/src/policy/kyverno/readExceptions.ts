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

import type { ObservedException } from '../../extensions/policySources';
import type { ObjectMeta } from '../../kubernetes/objects/types';
import { defined, own } from '../common/describePolicy';
import {
  isAnything,
  isEverywhere,
  namesOf,
  notedExceptions,
  scopeText,
} from '../common/noted';
import { cleanName, cleanText, timeOf } from '../common/text';
import type {
  CelException,
  LegacyException,
  ResourceFilter,
} from './documents';
import { endOfLife } from './timeToLive';

/** A PolicyException of `kyverno.io`, which has neither end nor reason of its own. */
export function legacyException(
  apiVersion: string,
  { metadata = {}, spec = {} }: LegacyException,
): ObservedException[] {
  const { any, all } = spec.match ?? {};
  const filters = [any, all].flatMap(each => (Array.isArray(each) ? each : []));
  const places = filters.map(placeOf);
  const policies = (Array.isArray(spec.exceptions) ? spec.exceptions : [])
    .slice(0, 200)
    .flatMap(each => exceptedPolicy(each ?? {}));
  const namespaces = places.every(place => place.namespaces.length > 0)
    ? [...new Set(places.flatMap(place => place.namespaces))]
    : [];
  return identified(metadata, apiVersion, {
    policies,
    scope: scopeText(
      [...new Set(places.map(({ what }) => what))].slice(0, 5).join('; ') ||
        'everything',
      namespaces,
    ),
    namespaces: namespaces.length > 0 ? namespaces : undefined,
    tooBroad:
      places.length === 0 ||
      places.some(({ isBroad }) => isBroad) ||
      policies.some(({ name }) => isAnything(name)),
    ...told(metadata),
  });
}

/** A PolicyException of `policies.kyverno.io`. */
export function celException(
  apiVersion: string,
  { metadata = {}, spec = {} }: CelException,
): ObservedException[] {
  const { matchConditions, policyRefs, expiresAt } = spec;
  const properties = spec.properties ?? {};
  const conditions = (Array.isArray(matchConditions) ? matchConditions : [])
    .map(each => cleanText(each?.expression, 4000) ?? '')
    .filter(Boolean);
  const [noted] = notedExceptions(
    own(metadata.annotations, 'eks-fleet.io/exceptions'),
  );
  const annotated = told(metadata);
  const property = (...keys: string[]) =>
    cleanText(keys.map(key => own(properties, key)).find(Boolean));
  return identified(metadata, apiVersion, {
    policies: (Array.isArray(policyRefs) ? policyRefs : [])
      .slice(0, 200)
      .flatMap(each => {
        const name = cleanName(each?.name);
        return name
          ? [defined({ kind: cleanName(each?.kind, 100), name })]
          : [];
      }),
    ...(noted
      ? defined({
          scope: noted.scope,
          namespaces: noted.namespaces,
          tooBroad: noted.tooBroad ?? false,
        })
      : celScope(conditions)),
    reason: property('reason') ?? annotated.reason,
    ticket: property('ticket') ?? annotated.ticket,
    requestedBy:
      property('requested-by', 'requestedBy') ?? annotated.requestedBy,
    approvedBy: property('approved-by', 'approvedBy') ?? annotated.approvedBy,
    expiresAt: timeOf(expiresAt) ?? annotated.expiresAt,
  });
}

function identified(
  metadata: ObjectMeta,
  apiVersion: string,
  facts: Omit<ObservedException, 'engine' | 'kind' | 'name'>,
): ObservedException[] {
  const name = cleanName(metadata.name);
  if (!name) {
    return [];
  }
  return [
    defined({
      engine: 'kyverno',
      kind: 'PolicyException',
      apiVersion,
      namespace: cleanName(metadata.namespace),
      name,
      ...facts,
      createdAt: timeOf(metadata.creationTimestamp),
    }),
  ];
}

/** What people note in annotations. */
function told({ annotations, labels, creationTimestamp }: ObjectMeta) {
  const said = (key: string) =>
    cleanText(own(annotations, `eks-fleet.io/${key}`));
  const ttl =
    own(labels, 'cleanup.kyverno.io/ttl') ??
    own(annotations, 'cleanup.kyverno.io/ttl');
  return {
    reason: said('reason'),
    ticket: said('ticket'),
    requestedBy: said('requested-by'),
    approvedBy: said('approved-by'),
    expiresAt: timeOf(said('expires-at')) ?? endOfLife(ttl, creationTimestamp),
  };
}

function exceptedPolicy({
  policyName,
  ruleNames,
}: {
  policyName?: unknown;
  ruleNames?: unknown[];
}): ObservedException['policies'] {
  const name = cleanName(policyName);
  if (!name) {
    return [];
  }
  const rules = [
    ...new Set(
      namesOf(ruleNames).map(rule => rule.replace(/^autogen-(cronjob-)?/, '')),
    ),
  ];
  return [
    {
      // A Policy is named with its namespace.
      kind: name.includes('/') ? 'Policy' : 'ClusterPolicy',
      name,
      ...(rules.length > 0 && !rules.some(isAnything) && { rules }),
    },
  ];
}

interface Place {
  what: string;
  namespaces: string[];
  isBroad: boolean;
}

/** What one filter of resources lets through. */
function placeOf(filter: ResourceFilter | undefined): Place {
  const { resources = {} } = filter ?? {};
  const kinds = namesOf(resources.kinds);
  const names = namesOf(resources.names ?? [resources.name]);
  const isNamespace = kinds.length > 0 && kinds.every(isNamespaceKind);
  const namespaces = isNamespace ? names : namesOf(resources.namespaces);
  const isSelected = Boolean(resources.namespaceSelector ?? resources.selector);
  const named = names.length > 0 && !names.some(name => /[*?]/.test(name));
  const what = [kinds.join(', ') || 'everything', names.join(', ')];
  return {
    what: what.filter(Boolean).join(' '),
    namespaces,
    isBroad: isEverywhere(namespaces) && !isSelected && !named,
  };
}

function isNamespaceKind(kind: string): boolean {
  return kind === 'Namespace' || kind.endsWith('/Namespace');
}

/** What CEL conditions say of namespaces; of others, what they say. */
function celScope(
  conditions: string[],
): Pick<ObservedException, 'scope' | 'namespaces' | 'tooBroad'> {
  const namespaces = conditions.flatMap(condition =>
    [
      ...condition.matchAll(/namespace[^=!]{0,60}==\s*["']([a-z0-9-]+)["']/g),
    ].map(([, namespace]) => namespace),
  );
  const tooBroad =
    conditions.length === 0 || conditions.every(each => each === 'true');
  return {
    scope: tooBroad
      ? 'everything in all namespaces'
      : cleanText(conditions.join(' && '), 300)!,
    ...(namespaces.length > 0 && { namespaces: [...new Set(namespaces)] }),
    tooBroad,
  };
}
