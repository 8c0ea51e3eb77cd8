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

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/**
 * How long a watch that ended too soon waits: twice as long each time, and not
 * as long as others that ended at the same moment.
 *
 * @param failures - in a row, from 1
 * @param random - from 0 to 1
 */
export function retryDelayMs(failures: number, random: number): number {
  const whole = Math.min(
    FIRST_MS * 2 ** Math.min(failures - 1, 20),
    LONGEST_MS,
  );
  return Math.round(whole * (0.5 + random / 2));
}
