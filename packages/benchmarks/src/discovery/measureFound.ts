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

import { withCloud } from '../cloud/SimulatorProcess';
import type { Record } from '../measurement/types';
import { ownContender } from './ownScan';

/** At, and just beside, the sizes of EKS's pages. */
const SIZES = [1, 99, 100, 101, 250];

/** Are all clusters of a target found, whatever the number of pages? */
export async function measureFound(record: Record): Promise<void> {
  for (const size of SIZES) {
    const options = {
      accounts: 1,
      regions: 1,
      clustersPerTarget: size,
      latencyMs: 0,
      limits: 'off',
    } as const;
    await withCloud(options, async cloud => {
      const { found } = await ownContender(options, { limits: 'off' }).scan();
      const { assumeRole } = await cloud.calls();
      record({
        name: `clusters found of ${size}`,
        value: found,
        unit: '',
        bar: { exactly: size },
        detail: `one target, ${assumeRole} AssumeRole`,
      });
    });
  }
}
