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
  apiResourcesOf,
  qualifiedName,
  type ApiResource,
} from './apiResources';
import { KubernetesError } from './KubernetesError';
import { pageOf } from './lists';
import { wholeObject, type KubernetesObject } from './objects/KubernetesObject';
import type { ClusterObjects } from './objects/objectsOf';
import type { RequestInfo } from './requestInfo';
import { asksForTable, tableOf } from './tables';

const PARTIAL = /as=PartialObjectMetadata(List)?(;|$)/;

/**
 * A list, or one object.
 *
 * @returns `undefined` where the API server has nothing under the path
 * @throws KubernetesError
 */
export function readObjects(
  request: NonNullable<RequestInfo['resource']>,
  objects: ClusterObjects,
  options: {
    query: URLSearchParams;
    now: Date;
    accept?: string;
    expireContinue?: boolean;
  },
): unknown {
  const resource = findResource(request, objects);
  if (!resource) {
    return undefined;
  }
  const { kind, groupVersion } = resource;
  const { group, plural, namespace, name } = request;
  const { query, now, accept } = options;
  const qualified = qualifiedName(plural, group);
  const all = objects.byResource.get(qualified) ?? [];
  const partial = isPartial(accept);
  const toTable = (list: { metadata: unknown; items: KubernetesObject[] }) =>
    tableOf(qualified, list, {
      now,
      includeObject: query.get('includeObject'),
      kind,
      apiVersion: groupVersion,
    });
  if (name === undefined) {
    const page = pageOf(all, {
      ...options,
      namespace,
      kind: `${kind}List`,
      apiVersion: groupVersion,
    });
    const list = {
      ...page,
      items: page.items.map(item => wholeObject(item, now)),
    };
    if (asksForTable(accept)) {
      return toTable(list);
    }
    return partial
      ? {
          ...list,
          kind: 'PartialObjectMetadataList',
          apiVersion: 'meta.k8s.io/v1',
          items: list.items.map(partialObject),
        }
      : list;
  }
  const found = all.find(
    ({ metadata }) =>
      metadata.name === name && metadata.namespace === namespace,
  );
  if (!found) {
    throw new KubernetesError(
      404,
      'NotFound',
      `${qualified} "${name}" not found`,
      {
        details: { name, ...(group && { group }), kind: plural },
      },
    );
  }
  const object = wholeObject(found, now);
  if (asksForTable(accept)) {
    const { resourceVersion } = object.metadata;
    return toTable({ metadata: { resourceVersion }, items: [object] });
  }
  return partial
    ? partialObject(object)
    : { kind, apiVersion: groupVersion, ...object };
}

/** The kind that a path names; nothing where there is none. */
export function findResource(
  {
    group,
    version,
    plural,
    namespace,
    subresource,
  }: NonNullable<RequestInfo['resource']>,
  objects: ClusterObjects,
): ApiResource | undefined {
  const groupVersion = group ? `${group}/${version}` : version;
  const resource = apiResourcesOf(objects).find(
    candidate =>
      candidate.groupVersion === groupVersion && candidate.plural === plural,
  );
  const misplaced = namespace !== undefined && !resource?.namespaced;
  return misplaced || subresource ? undefined : resource;
}

/** Whether metadata are all that is asked for. */
export function isPartial(accept: string | undefined): boolean {
  return (accept ?? '').split(',').some(type => PARTIAL.test(type));
}

function partialObject({ metadata }: KubernetesObject) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
  };
}
