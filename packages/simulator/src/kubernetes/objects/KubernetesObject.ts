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

import type { Cluster } from '../../model/types';
import { uuidFrom } from '../../model/ids';

export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

export interface ObjectMetadata {
  name: string;
  namespace?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: OwnerReference[];
  /** Who wrote it last, and when. */
  managedFields?: { manager: string; operation: string; time: string }[];
}

export interface KubernetesObject {
  metadata: ObjectMetadata;
  spec?: unknown;
  status?: unknown;
}

/** An object that is made when somebody reads it; until then, what lists are cut by. */
export interface DerivedObject extends KubernetesObject {
  render(now: Date): KubernetesObject;
}

/** An object with all that it says now. */
export function wholeObject(
  object: KubernetesObject | DerivedObject,
  now: Date,
): KubernetesObject {
  return 'render' in object ? object.render(now) : object;
}

/** Makes the metadata of a cluster's objects. */
export type MetadataOf = (
  kind: string,
  name: string,
  more?: Partial<ObjectMetadata>,
) => ObjectMetadata;

/** Ids that the same thing in the same cluster always has. */
export function metadataOf(cluster: Cluster): MetadataOf {
  const creationTimestamp = timestamp(cluster.createdAt);
  return (kind, name, more = {}) => {
    const uid = uuidFrom(
      `${cluster.id}/${kind}/${more.namespace ?? ''}/${name}`,
    );
    return {
      name,
      uid,
      resourceVersion: String(parseInt(uid.slice(0, 6), 16)),
      creationTimestamp,
      ...more,
    };
  };
}

/** A time as Kubernetes writes it, without milliseconds. */
export function timestamp(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, 'Z');
}

export function ownedBy(
  apiVersion: string,
  kind: string,
  { name, uid }: ObjectMetadata,
): OwnerReference[] {
  return [
    { apiVersion, kind, name, uid, controller: true, blockOwnerDeletion: true },
  ];
}
