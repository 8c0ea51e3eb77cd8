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

/**
 * Pages about many clusters that a deep link may ask for.
 *
 * @public
 */
export type FleetDeepLinkView =
  | 'overview'
  | 'clusters'
  | 'readiness'
  | 'rollouts'
  | 'policies'
  | 'findings'
  | 'exceptions'
  | 'requests'
  | 'alerts'
  | 'costs'
  | 'sources';

/**
 * A link to a page about many clusters that stays true however the pages
 * move: `<portalPath>/go?view=…`.
 *
 * @param query - what the page shows, by the names that it has in its own
 *   address, such as `owner`, `version`, `target` or `cause`
 * @param portalPath - where the pages are mounted, `/eks-fleet` by default
 * @public
 */
export function fleetDeepLink(
  view: FleetDeepLinkView,
  query: Record<string, string | readonly string[] | undefined> = {},
  portalPath = '/eks-fleet',
): string {
  const params = new URLSearchParams({ view });
  for (const [key, values] of Object.entries(query)) {
    for (const value of [values ?? []].flat()) {
      if (value) {
        params.append(key, value);
      }
    }
  }
  return `${portalPath.replace(/\/+$/, '')}/go?${params}`;
}
