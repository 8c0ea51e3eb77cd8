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

import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';

type Attributes = Record<string, unknown> | undefined;
type Observe = (value: number, attributes: Attributes) => void;

/** Metrics that remember what they were told. */
export function rememberMetrics() {
  const told: Array<[name: string, value: number, attributes: Attributes]> = [];
  const gauges = new Map<
    string,
    (result: { observe: Observe }) => void | Promise<void>
  >();
  const instrument = (name: string) => {
    const tell: Observe = (value, attributes) => {
      told.push([name, value, attributes]);
    };
    return { add: tell, record: tell };
  };
  return {
    told,
    service: metricsServiceMock.mock({
      createCounter: instrument,
      createHistogram: instrument,
      createObservableGauge: (name: string) => ({
        addCallback: (callback: never) => gauges.set(name, callback),
        removeCallback: () => gauges.delete(name),
      }),
    } as unknown as Partial<MetricsService>),
    /** What a gauge tells when it is read. */
    async read(name: string) {
      const values: Array<[number, Attributes]> = [];
      await gauges.get(name)!({
        observe: (value, attributes) => values.push([value, attributes]),
      });
      return values;
    },
  };
}
