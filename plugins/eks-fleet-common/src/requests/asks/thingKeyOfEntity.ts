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
  CLUSTER_RESOURCE_TYPE,
  EKS_FLEET_ANNOTATIONS,
  NAMESPACE_RESOURCE_TYPE,
  parseClusterArn,
} from '../../names';
import { clusterThingKey, namespaceThingKey } from '../thingKeys';

/**
 * As much of an entity as says what it is of.
 *
 * @public
 */
export interface ThingEntity {
  metadata: { annotations?: Record<string, string> };
  spec?: { type?: unknown };
}

/**
 * The key of the cluster or namespace that an entity is of; nothing for any
 * other entity. Pure.
 *
 * @public
 */
export function thingKeyOfEntity(entity: ThingEntity): string | undefined {
  const names = EKS_FLEET_ANNOTATIONS;
  const annotation = (name: string) => entity.metadata.annotations?.[name];
  if (entity.spec?.type === CLUSTER_RESOURCE_TYPE) {
    const arn = parseClusterArn(annotation(names.arn) ?? '');
    return arn && clusterThingKey({ ...arn, name: arn.clusterName });
  }
  const accountId = annotation(names.accountId);
  const region = annotation(names.region);
  const name = annotation(names.cluster);
  const namespace = annotation(names.namespace);
  return entity.spec?.type === NAMESPACE_RESOURCE_TYPE &&
    accountId &&
    region &&
    name &&
    namespace
    ? namespaceThingKey({ accountId, region, name }, namespace)
    : undefined;
}
