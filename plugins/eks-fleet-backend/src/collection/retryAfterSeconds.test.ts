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

import { retryAfterSeconds } from './retryAfterSeconds';

describe('retryAfterSeconds', () => {
  it.each([
    [1, 900, 60],
    [2, 900, 120],
    [3, 900, 240],
    [4, 900, 480],
    [5, 900, 900],
    [500, 900, 900],
    [6, 86_400, 1920],
    [7, 86_400, 3600],
    [9999, 86_400, 3600],
    [1, 30, 60],
    [8, 30, 60],
  ])(
    'after %d failures of a schedule of %d s: %d s',
    (failures, every, wait) => {
      expect(retryAfterSeconds(failures, every)).toBe(wait);
    },
  );
});
