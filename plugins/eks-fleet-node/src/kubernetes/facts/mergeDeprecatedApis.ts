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

import type {
  DeprecatedApi,
  KubernetesDeprecatedApisDocument,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { definedOnly } from './definedOnly';
import type { RequestedApi } from './parseDeprecatedApi';

/** As long as EKS's own insights remember. */
const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1000;
const MAX_APIS = 2000;

/**
 * What all scrapes together tell. Each meets one of several API servers, which
 * knows what it was asked for since it started; so what one scrape does not
 * show stays for 30 days after the last that did.
 *
 * @public
 */
export function mergeDeprecatedApis(
  previous: KubernetesDeprecatedApisDocument | undefined,
  scraped: RequestedApi[],
  now: Date,
): KubernetesDeprecatedApisDocument {
  const at = now.toISOString();
  const oldest = now.getTime() - REMEMBERED_MS;
  const apis = new Map<string, DeprecatedApi>();
  for (const api of previous?.apis ?? []) {
    if (Date.parse(api.lastSeenAt) >= oldest) {
      apis.set(keyOf(api), api);
    }
  }
  for (const requested of scraped) {
    const key = keyOf(requested);
    apis.set(
      key,
      definedOnly({
        group: requested.group,
        version: requested.version,
        resource: requested.resource,
        subresource: requested.subresource,
        removedRelease: requested.removedRelease,
        firstSeenAt: apis.get(key)?.firstSeenAt ?? at,
        lastSeenAt: at,
      }),
    );
  }
  return {
    apis: [...apis]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, api]) => api)
      .slice(0, MAX_APIS),
    scrapes: (previous?.scrapes ?? 0) + 1,
    since: previous?.since ?? at,
  };
}

function keyOf({ group, version, resource, subresource }: RequestedApi) {
  return JSON.stringify([group ?? '', resource, version, subresource ?? '']);
}
