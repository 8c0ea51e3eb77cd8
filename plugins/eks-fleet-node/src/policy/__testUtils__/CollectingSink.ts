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

import type {
  ObservedException,
  ObservedPolicy,
  PolicyOutcome,
  PolicySink,
  PolicyTally,
} from '../../extensions/policySources';

/** Keeps what it is given, in order. */
export class CollectingSink implements PolicySink {
  readonly policies: ObservedPolicy[] = [];
  readonly batches: PolicyOutcome[][] = [];
  readonly tallies: PolicyTally[] = [];
  readonly exceptions: ObservedException[] = [];

  get given(): PolicyOutcome[] {
    return this.batches.flat();
  }

  policy(policy: ObservedPolicy): void {
    this.policies.push(policy);
  }

  async outcomes(outcomes: PolicyOutcome[]): Promise<void> {
    this.batches.push(outcomes);
  }

  tally(tally: PolicyTally): void {
    this.tallies.push(tally);
  }

  exception(exception: ObservedException): void {
    this.exceptions.push(exception);
  }
}
