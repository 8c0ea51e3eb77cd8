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

import { createHash } from 'node:crypto';
import type {
  PolicySink,
  PolicySnapshot,
} from '../../extensions/policySources';
import type { KubeBenchResults } from './parseKubeBench';

/**
 * Gives results to a sink, unless they are what it was given last.
 *
 * @public
 */
export async function giveKubeBench(
  results: KubeBenchResults,
  sink: PolicySink,
  read: { previous?: string; evaluatedAt?: string },
): Promise<PolicySnapshot> {
  const { evaluatedAt, previous } = read;
  const state = createHash('sha256')
    .update(JSON.stringify([results, evaluatedAt]))
    .digest('base64url');
  if (state === previous) {
    return { unchanged: true, state, engines: [] };
  }
  results.policies.forEach(policy => sink.policy(policy));
  results.tallies.forEach(tally => sink.tally(tally));
  await sink.outcomes(results.outcomes);
  return {
    state,
    engines: ['kube-bench'],
    passes: 'exact',
    truncated: results.truncated,
    evaluatedAt,
    notes: results.notes,
  };
}
