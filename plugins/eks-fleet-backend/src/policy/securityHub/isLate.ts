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

/** Controls are evaluated at least once a day. */
const EVALUATED_WITHIN_MS = 2 * 86_400_000;

/** Whether a control was to be evaluated again since, and was not. */
export function isLate(observedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(observedAt) > EVALUATED_WITHIN_MS;
}
