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

import { DEFAULT_CONTROL_PLANE_PRICES, controlPlaneCost } from './cost';

describe('controlPlaneCost', () => {
  it.each([
    ['standard', 73, 0],
    ['extended', 438, 365],
    ['unsupported', 438, 365],
    ['unknown', 73, 0],
  ] as const)('in %s support is $%d, $%d of it added', (state, all, added) => {
    expect(controlPlaneCost(state, DEFAULT_CONTROL_PLANE_PRICES)).toEqual({
      controlPlaneUsdPerMonth: all,
      extendedSupportUsdPerMonth: added,
    });
  });

  it('counts in the prices of the configuration, to the cent', () => {
    const prices = { standardUsdPerHour: 0.0877, extendedUsdPerHour: 0.5001 };
    expect(controlPlaneCost('extended', prices)).toEqual({
      controlPlaneUsdPerMonth: 365.07,
      extendedSupportUsdPerMonth: 301.05,
    });
  });
});
