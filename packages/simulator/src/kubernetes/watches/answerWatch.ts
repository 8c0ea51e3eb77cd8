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
import { qualifiedName } from '../apiResources';
import type { KubernetesAnswer } from '../answerCluster';
import type { ClusterObjects } from '../objects/objectsOf';
import { findResource, isPartial } from '../readObjects';
import type { RequestInfo } from '../requestInfo';
import { line, watchEvents } from './watchEvents';
import type { Seen, WatchHistory } from './WatchHistory';

/** What the API server gives a watch that asks for no time. */
const DEFAULT_SECONDS = 1800;
/** Where a watch begins that says nothing: with all that there is. */
const FROM_THE_START = ['', '0'];

/**
 * A watch of a list; from one of a single namespace none can be gone on.
 *
 * @returns `undefined` where the API server has nothing under the path
 */
export function answerWatch(
  request: NonNullable<RequestInfo['resource']>,
  objects: ClusterObjects,
  options: {
    cluster: Cluster;
    query: URLSearchParams;
    accept?: string;
    history: WatchHistory;
    /** Whether the version is too old whatever its age. */
    expire?: boolean;
    now(): Date;
    look(): Promise<ClusterObjects>;
  },
): KubernetesAnswer | undefined {
  const resource = findResource(request, objects);
  if (!resource) {
    return undefined;
  }
  const { accept, cluster, history, query } = options;
  const { namespace } = request;
  const qualified = qualifiedName(request.plural, request.group);
  const version = query.get('resourceVersion') ?? '';
  const since = FROM_THE_START.includes(version)
    ? new Map<string, never>()
    : history.at(cluster, qualified, Number(version));
  const answer = { status: 200, contentType: 'application/json', body: '' };
  if (!since || options.expire) {
    return { ...answer, lines: () => tooOld(version) };
  }
  return {
    ...answer,
    lines: signal =>
      watchEvents(
        {
          kind: resource.kind,
          apiVersion: resource.groupVersion,
          partial: isPartial(accept),
          bookmarks: query.get('allowWatchBookmarks') === 'true',
          timeoutSeconds:
            Number(query.get('timeoutSeconds')) || DEFAULT_SECONDS,
          since: inNamespace(since, namespace),
          now: options.now,
          async look() {
            const there = await options.look();
            const listed = there.byResource.get(qualified) ?? [];
            if (!findResource(request, there)) {
              return undefined;
            }
            return namespace
              ? listed.filter(
                  ({ metadata }) => metadata.namespace === namespace,
                )
              : listed;
          },
          keep(seen, now) {
            if (!namespace) {
              history.keep(cluster, qualified, seen, now);
            }
          },
        },
        signal,
      ),
  };
}

function inNamespace(seen: Seen, namespace: string | undefined): Seen {
  return namespace
    ? new Map([...seen].filter(([, of]) => of.namespace === namespace))
    : seen;
}

async function* tooOld(version: string): AsyncGenerator<string> {
  yield line('ERROR', {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `too old resource version: ${version}`,
    reason: 'Expired',
    code: 410,
  });
}
