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
  giveKubeBench,
  parseKubeBench,
  type KubeBenchText,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { ItemContents } from '../push/ItemReader';

/** What was printed on each node, folded to the worst. */
export const benchContents: ItemContents = {
  async read(pages, sink, previous) {
    const texts: KubeBenchText[] = [];
    let evaluatedAt: string | undefined;
    for await (const items of pages) {
      for (const { document, receivedAt } of items) {
        texts.push(document as KubeBenchText);
        // By our own clock: kube-bench says no time.
        if (evaluatedAt === undefined || receivedAt < evaluatedAt) {
          evaluatedAt = receivedAt;
        }
      }
    }
    return texts.length === 0
      ? { engines: [], notes: ['What kube-bench has found is too old.'] }
      : giveKubeBench(parseKubeBench(texts), sink, { previous, evaluatedAt });
  },
};
