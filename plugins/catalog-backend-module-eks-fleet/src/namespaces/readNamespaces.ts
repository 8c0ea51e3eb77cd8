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
  EksFleetRequestsApi,
  ProvisionedNamespace,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

const PAGE = 500;
/** A cursor that never ends is a fault of whoever answers. */
const MOST_PAGES = 1000;

/** What the backend said of namespaces. */
export interface NamespaceReading {
  namespaces: ProvisionedNamespace[];
  /** Whether it said it of all that there are. */
  isComplete: boolean;
}

/** Reads every page of the provisioned namespaces. */
export async function readNamespaces(
  api: Pick<EksFleetRequestsApi, 'listNamespaces'>,
): Promise<NamespaceReading> {
  const found = new Map<string, ProvisionedNamespace>();
  let cursor: string | undefined;
  let total = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, pageInfo, totalItems } = await api.listNamespaces({
      orderField: 'name,asc',
      limit: PAGE,
      cursor,
    });
    items.forEach(item => found.set(item.thing.key, item));
    total = totalItems;
    cursor = pageInfo.nextCursor;
    if (!cursor) {
      break;
    }
  }
  return {
    namespaces: [...found.values()],
    // What came or went meanwhile makes it another list.
    isComplete: !cursor && found.size === total,
  };
}
