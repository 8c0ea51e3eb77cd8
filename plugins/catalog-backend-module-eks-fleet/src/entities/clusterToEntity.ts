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

import type { Cluster as EksCluster } from '@aws-sdk/client-eks';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type EntityLink,
  type ResourceEntity,
} from '@backstage/catalog-model';
import {
  ACCOUNT_RESOURCE_TYPE,
  CLUSTER_RESOURCE_TYPE,
  EKS_FLEET_ANNOTATIONS,
  cloudWatchLogsUrl,
  eksConsoleUrl,
  renderLinkTemplate,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AwsTarget } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { EksFleetProviderConfig } from '../config/types';
import { entityName } from './entityName';
import { entityRefFromTag, labelValue } from './safeText';

/** Where entities of a provider's target say that they come from. */
export function targetLocation(provider: string, target: AwsTarget): string {
  return `eks-fleet:${provider}/${target.accountId}/${target.region}`;
}

/** Name of an account's entity. */
export function accountEntityName(accountId: string): string {
  return `aws-account-${accountId}`;
}

/**
 * The catalog entity of a cluster, from EKS `DescribeCluster`. It holds no
 * time of observation, so that an unchanged cluster gives an unchanged entity.
 */
export function clusterToEntity(
  cluster: EksCluster & { arn: string; name: string },
  target: AwsTarget,
  config: EksFleetProviderConfig,
): ResourceEntity {
  const tags = cluster.tags ?? {};
  const labels = mapLabels(tags, config.tags.labels);
  const location = targetLocation(config.id, target);
  const system = config.tags.system
    ? entityRefFromTag(ownValue(tags, config.tags.system), 'system')
    : undefined;
  const owner =
    (config.tags.owner &&
      entityRefFromTag(ownValue(tags, config.tags.owner), 'group')) ||
    config.defaultOwner;

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace: config.namespace,
      name: entityName(cluster.name, cluster.arn),
      title: cluster.name,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        ...fleetAnnotations(cluster, target),
        ...kubernetesAnnotations(cluster, target, config),
      },
      ...(Object.keys(labels).length > 0 && { labels }),
      links: clusterLinks(cluster, target, config, labels),
    },
    spec: {
      type: CLUSTER_RESOURCE_TYPE,
      owner,
      ...(system && { system }),
      dependsOn: [
        stringifyEntityRef({
          kind: 'Resource',
          namespace: config.namespace,
          name: accountEntityName(target.accountId),
        }),
      ],
    },
  };
}

/** The entity of an account, of `spec.type` `aws-account`. */
export function accountToEntity(account: {
  accountId: string;
  name?: string;
  namespace: string;
  owner: string;
}): ResourceEntity {
  const { accountId, name, namespace, owner } = account;
  const location = `eks-fleet:accounts/${accountId}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      namespace,
      name: accountEntityName(accountId),
      title: name || accountId,
      description: `AWS account ${accountId}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [EKS_FLEET_ANNOTATIONS.accountId]: accountId,
      },
    },
    spec: { type: ACCOUNT_RESOURCE_TYPE, owner },
  };
}

function fleetAnnotations(
  cluster: EksCluster & { arn: string },
  target: AwsTarget,
): Record<string, string> {
  const names = EKS_FLEET_ANNOTATIONS;
  return dropEmpty({
    [names.accountId]: target.accountId,
    [names.arn]: cluster.arn,
    [names.region]: target.region,
    [names.discoveryTarget]: `${target.accountId}/${target.region}`,
    [names.kubernetesVersion]: cluster.version,
    [names.platformVersion]: cluster.platformVersion,
    [names.status]: cluster.status,
    [names.createdAt]: cluster.createdAt?.toISOString(),
    [names.supportType]: cluster.upgradePolicy?.supportType,
  });
}

/** What the kubernetes plugin's catalog locator and AWS strategy read. */
function kubernetesAnnotations(
  cluster: EksCluster & { name: string },
  target: AwsTarget,
  config: EksFleetProviderConfig,
): Record<string, string> {
  const { annotate, roleName, externalId } = config.kubernetesPlugin;
  const { endpoint, certificateAuthority } = cluster;
  if (!annotate || !endpoint || !certificateAuthority?.data) {
    return {};
  }
  return dropEmpty({
    'kubernetes.io/api-server': endpoint,
    'kubernetes.io/api-server-certificate-authority': certificateAuthority.data,
    'kubernetes.io/auth-provider': 'aws',
    'kubernetes.io/x-k8s-aws-id': cluster.name,
    'kubernetes.io/aws-assume-role':
      roleName &&
      `arn:${target.partition}:iam::${target.accountId}:role/${roleName}`,
    'kubernetes.io/aws-external-id': externalId,
  });
}

function clusterLinks(
  cluster: EksCluster & { arn: string; name: string },
  target: AwsTarget,
  config: EksFleetProviderConfig,
  labels: Record<string, string>,
): EntityLink[] {
  const subject = { ...target, clusterName: cluster.name };
  const values: Record<string, string | undefined> = {
    account: target.accountId,
    region: target.region,
    partition: target.partition,
    cluster: cluster.name,
    arn: cluster.arn,
    version: cluster.version,
  };
  for (const [label, value] of Object.entries(labels)) {
    values[`label.${label}`] = value;
  }
  const links: EntityLink[] = [
    { title: 'AWS console', url: eksConsoleUrl(subject), icon: 'dashboard' },
    {
      title: 'CloudWatch control plane logs',
      url: cloudWatchLogsUrl(subject),
      icon: 'docs',
    },
  ];
  for (const { title, url, icon } of config.links) {
    const rendered = renderLinkTemplate(url, values);
    if (rendered) {
      links.push({ title, url: rendered, ...(icon && { icon }) });
    }
  }
  return links;
}

function mapLabels(
  tags: Record<string, string>,
  mapping: Record<string, string>,
): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [label, tag] of Object.entries(mapping)) {
    const value = labelValue(ownValue(tags, tag) ?? '');
    if (value) {
      labels[label] = value;
    }
  }
  return labels;
}

/** Tags may be called `constructor`; only what was really sent counts. */
function ownValue(
  tags: Record<string, string>,
  name: string,
): string | undefined {
  return Object.hasOwn(tags, name) ? String(tags[name]) : undefined;
}

function dropEmpty(
  values: Record<string, string | undefined>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  );
}
