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
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ACCOUNT_RESOURCE_TYPE,
  EKS_FLEET_ANNOTATIONS,
  EKS_FLEET_LOCATION_PREFIX,
  arnPartition,
  clusterThingKey,
  formatClusterArn,
  parseClusterArn,
  parseThingKey,
  thingKeyOfEntity,
  type ClusterThing,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Reads an entity that the initiator may see. */
export type FindEntity = (entityRef: string) => Promise<Entity | undefined>;

/**
 * Which cluster a template names: by account, Region and name, by its key or its
 * ARN, or by its entity as a picker gives it.
 *
 * @throws InputError for what names none
 */
export async function readCluster(
  value: string | ClusterThing,
  findEntity: FindEntity,
): Promise<ClusterThing> {
  if (typeof value !== 'string') {
    return value;
  }
  const thing = parseThingKey(await readThing(value, findEntity));
  if (thing?.kind !== 'cluster') {
    throw new InputError(`cluster: ${value} is no cluster`);
  }
  return thing.cluster;
}

/**
 * The key of what a template names: by the key itself, the ARN of a cluster, or
 * the entity of a cluster or a namespace.
 *
 * @throws InputError for what names nothing
 */
export async function readThing(
  value: string,
  findEntity: FindEntity,
): Promise<string> {
  if (parseThingKey(value)) {
    return value;
  }
  const arn = parseClusterArn(value);
  if (arn) {
    return clusterThingKey({ ...arn, name: arn.clusterName });
  }
  const key = thingKeyOfEntity(await entityAt(value, findEntity));
  if (!key) {
    throw new InputError(
      `${value} is the entity of no cluster and no namespace that the portal looks after`,
    );
  }
  return key;
}

/**
 * The ARN of a cluster that a template names, as {@link readCluster} reads it.
 *
 * @throws InputError for what names none
 */
export async function readClusterArn(
  value: string | ClusterThing,
  findEntity: FindEntity,
): Promise<string> {
  if (typeof value === 'string' && parseClusterArn(value)) {
    return value;
  }
  const { accountId, name, region } = await readCluster(value, findEntity);
  return formatClusterArn({
    partition: arnPartition(region),
    accountId,
    region,
    clusterName: name,
  });
}

/**
 * The number of an account: by itself, or by its entity as a picker gives it.
 *
 * @throws InputError for what names none
 */
export async function readAccount(
  value: string,
  findEntity: FindEntity,
): Promise<string> {
  if (/^\d{12}$/.test(value)) {
    return value;
  }
  const entity = await entityAt(value, findEntity);
  const id = annotation(entity, EKS_FLEET_ANNOTATIONS.accountId);
  if (entity.spec?.type !== ACCOUNT_RESOURCE_TYPE || !id) {
    throw new InputError(`accountId: ${value} is the entity of no account`);
  }
  return id;
}

/** Whoever registers YAML may say anything of it; only what we wrote counts. */
async function entityAt(
  value: string,
  findEntity: FindEntity,
): Promise<Entity> {
  const entity = await findEntity(refOf(value));
  const origin = entity && annotation(entity, ANNOTATION_ORIGIN_LOCATION);
  if (!entity || !origin?.startsWith(EKS_FLEET_LOCATION_PREFIX)) {
    throw new NotFoundError(
      `${value} is nothing that EKS Fleet found and that you may see`,
    );
  }
  return entity;
}

function refOf(value: string): string {
  try {
    const { kind, name, namespace } = parseEntityRef(value, {
      defaultKind: 'Resource',
    });
    return `${kind}:${namespace}/${name}`.toLowerCase();
  } catch {
    throw new InputError(
      `${JSON.stringify(value)} is no key, no ARN and no entity reference`,
    );
  }
}

function annotation(entity: Entity, name: string): string | undefined {
  return entity.metadata.annotations?.[name];
}
