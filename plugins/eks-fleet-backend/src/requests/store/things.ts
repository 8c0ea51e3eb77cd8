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

import type { JsonObject } from '@backstage/types';
import type {
  ClusterThing,
  RequestKind,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { Knex } from 'knex';
import { known } from '../../database/text';
import { specOf, type RequestRecord } from '../types';
import { lower, toClusterKey } from './rows';

export const THINGS = 'request_things';

/** What was seen of a thing last. */
export interface ThingDetail {
  path?: string;
  repository?: string;
  application?: string;
  entityRef?: string;
  /** When it was last seen to be there. ISO 8601. */
  seenAt?: string;
}

/** What requests have brought into Git. */
export interface KnownThing extends ThingDetail {
  key: string;
  kind: RequestKind;
  name: string;
  owner: string;
  environment: string;
  /** Left out where the environment decides on the clusters. */
  cluster?: ClusterThing;
  expiresOn?: string;
  lifecycle: 'active' | 'deleting';
  /** Of the request that brought or changed it last. */
  requestId: string;
  spec: JsonObject;
}

/** A thing that is on one cluster. */
export type ThingOnCluster = KnownThing & Required<Pick<KnownThing, 'cluster'>>;

export function isOnCluster(thing: KnownThing): thing is ThingOnCluster {
  return thing.cluster !== undefined;
}

export interface ThingRow {
  key: string;
  kind: string;
  name: string;
  owner: string;
  environment: string;
  cluster_key: string;
  expires_on: string;
  lifecycle: string;
  request_id: string;
  spec: string;
  detail: string;
}

export function toThing(row: ThingRow): KnownThing {
  const [accountId, region, name] = row.cluster_key.split('/');
  const spec: JsonObject = JSON.parse(row.spec);
  return {
    ...(JSON.parse(row.detail) as ThingDetail),
    key: row.key,
    kind: row.kind as RequestKind,
    name: row.name,
    owner: typeof spec.owner === 'string' ? spec.owner : row.owner,
    environment: row.environment,
    ...(row.cluster_key && { cluster: { accountId, region, name } }),
    expiresOn: known(row.expires_on),
    lifecycle: row.lifecycle as KnownThing['lifecycle'],
    requestId: row.request_id,
    spec,
  };
}

/** From the merge on Git has it; at the end of a deletion it has no more. */
export async function followThing(
  transaction: Knex.Transaction,
  before: RequestRecord,
  after: RequestRecord,
): Promise<void> {
  const { asked, progress, state } = after;
  const { key, kind } = asked.thing;
  if (state === before.state) {
    return;
  }
  if (asked.operation === 'delete' && state === 'ready') {
    await transaction(THINGS).where({ key }).delete();
    return;
  }
  if (state !== 'merged' && state !== 'ready') {
    return;
  }
  const spec = specOf(after);
  const detail: ThingDetail = {
    path: progress.assessment.files[0]?.path,
    repository: asked.repository,
    application: progress.application?.name,
    entityRef: progress.entityRef,
    ...(state === 'ready' && { seenAt: after.updatedAt }),
  };
  const row: ThingRow = {
    key,
    kind,
    name: key.split('/').at(kind === 'application' ? -2 : -1)!,
    owner: lower(asked.owner),
    environment: asked.environment,
    cluster_key: toClusterKey(asked.cluster),
    expires_on: typeof spec.expiresOn === 'string' ? spec.expiresOn : '',
    lifecycle: asked.operation === 'delete' ? 'deleting' : 'active',
    request_id: asked.id,
    spec: JSON.stringify(spec),
    detail: JSON.stringify(detail),
  };
  await transaction<ThingRow>(THINGS).insert(row).onConflict('key').merge();
}
