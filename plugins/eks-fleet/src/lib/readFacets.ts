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

import type { FacetValue } from '@eks-fleet/backstage-plugin-eks-fleet-common';

type Facets = Record<string, FacetValue[]>;
type Filter = Record<string, string[]>;

/**
 * Reads facets so that further values of one that is filtered by can be
 * chosen: each of those is counted without its own filter.
 */
export async function readFacets(
  names: readonly string[],
  filter: Filter,
  read: (names: string[], filter: Filter) => Promise<Facets>,
): Promise<Facets> {
  const chosen = names.filter(name => Object.hasOwn(filter, name));
  const others = names.filter(name => !chosen.includes(name));
  const parts = await Promise.all([
    others.length ? read(others, filter) : {},
    ...chosen.map(name => {
      const { [name]: _own, ...rest } = filter;
      return read([name], rest);
    }),
  ]);
  return Object.assign({}, ...parts);
}
