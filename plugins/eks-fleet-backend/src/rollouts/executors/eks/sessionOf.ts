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

import type { TrackWork } from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What CloudTrail is to say of a call: which rollout and step, and for whom. */
export function sessionOf({
  attempt,
  cluster,
  kind,
  rollout,
  startedBy,
  wave,
}: Pick<
  TrackWork,
  'attempt' | 'cluster' | 'kind' | 'rollout' | 'startedBy' | 'wave'
>): { sessionName: string; sourceIdentity: string } {
  return {
    sessionName: safe(
      `${rollout.name}.w${wave.index}.${kind}.${attempt}.${cluster.name}`,
    ),
    sourceIdentity: safe(startedBy.replace(/^user:/, '').replace('/', '.')),
  };
}

/** In the letters that STS takes, and no longer than it takes. */
function safe(text: string): string {
  return text
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
    .padEnd(2, '-');
}
