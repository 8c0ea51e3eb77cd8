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

import type { ListReducer } from '../client/types';
import type { EndpointSlice } from '../objects/types';

/** Where a service can be reached. */
export interface EndpointFacts {
  ready: Set<string>;
  nodes: Set<string>;
}

/** A service's ready endpoints; dual-stack services list each node twice. */
export const reduceEndpoints: ListReducer<EndpointSlice, EndpointFacts> = {
  start: () => ({ ready: new Set(), nodes: new Set() }),
  add: (facts, items) => {
    for (const { endpoints } of items) {
      for (const { addresses = [], conditions, nodeName } of endpoints ?? []) {
        const [address] = addresses;
        // Not to say whether it is ready means that it is.
        if (address && conditions?.ready !== false) {
          facts.ready.add(address);
          facts.nodes.add(nodeName ?? address);
        }
      }
    }
    return facts;
  },
};
