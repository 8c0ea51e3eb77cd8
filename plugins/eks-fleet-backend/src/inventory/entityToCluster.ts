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
  ANNOTATION_ORIGIN_LOCATION,
  DEFAULT_NAMESPACE,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EKS_FLEET_ANNOTATIONS,
  EKS_FLEET_LOCATION_PREFIX,
  parseClusterArn,
  versionRank,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { utc } from '../database/text';
import { isRecord, safeText } from './safeText';
import type { ClusterLink, ClusterRecord } from './types';

const MAX_LINKS = 20;
const MAX_LABELS = 100;

/**
 * A catalog entity of type `kubernetes-cluster` as a cluster. The entity may
 * have any shape: what is no text is not known.
 *
 * @returns `undefined` for an entity without a name of its own
 */
export function entityToCluster(
  entity: unknown,
  options: {
    environmentLabel: string;
    /** Names of the accounts that our own discovery found, by id. */
    accountNames: ReadonlyMap<string, string>;
  },
): ClusterRecord | undefined {
  const metadata = record(record(entity).metadata);
  const spec = record(record(entity).spec);
  const entityName = safeText(metadata.name, 63);
  if (!entityName) {
    return undefined;
  }
  const namespace = safeText(metadata.namespace, 63) || DEFAULT_NAMESPACE;
  const labels = toLabels(metadata.labels);
  const annotations = record(metadata.annotations);
  const own = discovered(annotations);

  const shared = {
    entityRef: stringifyEntityRef({
      kind: 'resource',
      namespace,
      name: entityName,
    }),
    owner: toRef(entity, RELATION_OWNED_BY, spec.owner, 'group', namespace),
    system: toRef(entity, RELATION_PART_OF, spec.system, 'system', namespace),
    environment: Object.hasOwn(labels, options.environmentLabel)
      ? labels[options.environmentLabel]
      : '',
    labels,
    links: toLinks(metadata.links),
    location: safeText(annotations[ANNOTATION_ORIGIN_LOCATION], 500),
    conflictsWith: '',
  };
  const title = safeText(metadata.title, 200);
  if (!own) {
    const arn = safeText(annotations[EKS_FLEET_ANNOTATIONS.arn], 400);
    const parsed = parseClusterArn(arn);
    return {
      ...shared,
      origin: 'foreign',
      provider: '',
      arn,
      partition: '',
      accountId:
        safeText(annotations[EKS_FLEET_ANNOTATIONS.accountId], 40) ||
        (parsed?.accountId ?? ''),
      accountName: '',
      region:
        safeText(annotations[EKS_FLEET_ANNOTATIONS.region], 40) ||
        (parsed?.region ?? ''),
      name: title || entityName,
      version: '',
      platformVersion: '',
      status: '',
      createdAt: '',
      supportType: '',
    };
  }
  const version = safeText(
    annotations[EKS_FLEET_ANNOTATIONS.kubernetesVersion],
    20,
  );
  return {
    ...shared,
    origin: 'eks-fleet',
    provider: own.provider,
    arn: own.arn,
    partition: own.partition,
    accountId: own.accountId,
    accountName: options.accountNames.get(own.accountId) ?? '',
    region: own.region,
    name: own.clusterName,
    version: versionRank(version) < 0 ? '' : version,
    platformVersion: safeText(
      annotations[EKS_FLEET_ANNOTATIONS.platformVersion],
      40,
    ),
    status: safeText(annotations[EKS_FLEET_ANNOTATIONS.status], 40),
    createdAt: utc(safeText(annotations[EKS_FLEET_ANNOTATIONS.createdAt], 40)),
    supportType: safeText(annotations[EKS_FLEET_ANNOTATIONS.supportType], 20),
  };
}

/**
 * What our discovery says of the cluster. The catalog itself sets the origin
 * location; the annotations beside it must agree with it and the ARN.
 */
function discovered(annotations: Record<string, unknown>) {
  const location = safeText(annotations[ANNOTATION_ORIGIN_LOCATION], 500);
  if (!location.startsWith(EKS_FLEET_LOCATION_PREFIX)) {
    return undefined;
  }
  const target = /^(.{1,100})\/(\d{12})\/([a-z0-9-]{1,40})$/.exec(
    location.slice(EKS_FLEET_LOCATION_PREFIX.length),
  );
  const arn = safeText(annotations[EKS_FLEET_ANNOTATIONS.arn], 400);
  const parsed = parseClusterArn(arn);
  if (!target || !parsed) {
    return undefined;
  }
  const [, provider, accountId, region] = target;
  const agrees =
    parsed.accountId === accountId &&
    parsed.region === region &&
    annotations[EKS_FLEET_ANNOTATIONS.accountId] === accountId &&
    annotations[EKS_FLEET_ANNOTATIONS.region] === region;
  return agrees ? { ...parsed, provider, arn } : undefined;
}

/** The entity reference that a relation, or else a field of the spec, names. */
function toRef(
  entity: unknown,
  relation: string,
  field: unknown,
  defaultKind: string,
  defaultNamespace: string,
): string {
  const relations = record(entity).relations;
  const related = Array.isArray(relations)
    ? relations.find(item => record(item).type === relation)
    : undefined;
  const text = safeText(record(related).targetRef, 200) || safeText(field, 200);
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace }),
    );
  } catch {
    return '';
  }
}

function toLabels(labels: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(record(labels))
      .map(([key, value]) => [safeText(key, 317), safeText(value, 200)])
      .filter(([key, value]) => key && value)
      .slice(0, MAX_LABELS),
  );
}

function toLinks(links: unknown): ClusterLink[] {
  if (!Array.isArray(links)) {
    return [];
  }
  return links.slice(0, MAX_LINKS).flatMap(link => {
    const url = safeText(record(link).url, 2000);
    try {
      const { protocol } = new URL(url);
      if (protocol !== 'https:' && protocol !== 'http:') {
        return [];
      }
    } catch {
      return [];
    }
    return [{ title: safeText(record(link).title, 200) || url, url }];
  });
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
