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

import type { PolicyOutcome } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { policyKey } from '../../policy/store/policyKey';
import type { ItemContents } from '../push/ItemReader';

const NOTE =
  'Policy Reporter sends what does not pass, and neither what passes nor what is mended: that goes when it is not sent again.';

/** Results that do not pass; how many pass is not known. */
export const resultContents: ItemContents = {
  async read(pages, sink) {
    const seen = new Set<string>();
    for await (const items of pages) {
      const outcomes = items.map(({ document }) => document as PolicyOutcome);
      for (const { policy } of outcomes) {
        const key = policyKey(policy);
        if (!seen.has(key)) {
          seen.add(key);
          sink.tally({ policy, passes: 'notRecorded' });
        }
      }
      await sink.outcomes(outcomes);
    }
    return { engines: [], passes: 'notRecorded', notes: [NOTE] };
  },
};
