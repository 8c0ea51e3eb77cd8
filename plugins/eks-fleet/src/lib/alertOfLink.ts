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

import type { Alert } from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** Which of a cluster's alerts a link means: by its fingerprint, else by name and start. */
export function alertOfLink(
  alerts: Alert[],
  params: URLSearchParams,
): Alert | undefined {
  const fingerprint = params.get('fingerprint');
  const name = params.get('alertname');
  const startsAt = params.get('startsAt');
  const byFingerprint =
    fingerprint && alerts.find(alert => alert.fingerprint === fingerprint);
  if (byFingerprint) {
    return byFingerprint;
  }
  const named = name ? alerts.filter(alert => alert.name === name) : [];
  const start = startsAt ? Date.parse(startsAt) : NaN;
  return named.find(alert => Date.parse(alert.startsAt) === start) ?? named[0];
}
