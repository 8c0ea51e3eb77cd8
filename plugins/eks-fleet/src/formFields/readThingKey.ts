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
  clusterThingKey,
  parseClusterArn,
  parseThingKey,
  thingKeyOfEntity,
  type ClusterThing,
  type ThingEntity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { entityRouteParams } from '../lib/entityRefs';
import { mapOf } from './templateValues';

/** Looks up an entity that the reader may see. */
export type FindEntity = (ref: string) => Promise<ThingEntity | undefined>;

/**
 * The key of what a template names: by its key, its ARN, its entity, or account,
 * Region and name; nothing for what is none of them.
 */
export async function readThingKey(
  value: unknown,
  findEntity: FindEntity,
): Promise<string | undefined> {
  const place = mapOf(value);
  if (place) {
    const key = clusterThingKey(place as unknown as ClusterThing);
    return parseThingKey(key) && key;
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  if (parseThingKey(value)) {
    return value;
  }
  const arn = parseClusterArn(value);
  if (arn) {
    return clusterThingKey({ ...arn, name: arn.clusterName });
  }
  const ref = entityRouteParams(value);
  const entity =
    ref && (await findEntity(`${ref.kind}:${ref.namespace}/${ref.name}`));
  return entity && thingKeyOfEntity(entity);
}
