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
  Policy,
  PolicyCell,
  SafeToEnforce,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import { DAY_MS } from '../store/codes';
import type { PolicySelection, PolicyStore, QuietRecord } from '../store/types';
import { judgeSafety } from './judgeSafety';

/** Says of policies on clusters whether they may be enforced there. */
export class SafetyJudge {
  /** By policy, then by ARN. */
  readonly #quiet: ReadonlyMap<string, ReadonlyMap<string, QuietRecord>>;
  readonly #days: number;
  readonly #now: Date;
  /** What failed after it is not safe yet. ISO 8601. */
  readonly #quietBefore: string;

  /** @param days - for how many days nothing may have failed */
  static async of(
    store: Pick<PolicyStore, 'quiet'>,
    selection: PolicySelection,
    days: number,
  ): Promise<SafetyJudge> {
    const quiet = new Map<string, Map<string, QuietRecord>>();
    for (const record of await store.quiet(selection)) {
      const ofPolicy = quiet.get(record.policyId) ?? new Map();
      quiet.set(record.policyId, ofPolicy.set(record.arn, record));
    }
    return new SafetyJudge(quiet, days, selection.now);
  }

  private constructor(
    quiet: ReadonlyMap<string, ReadonlyMap<string, QuietRecord>>,
    days: number,
    now: Date,
  ) {
    this.#quiet = quiet;
    this.#days = days;
    this.#now = now;
    this.#quietBefore = new Date(now.getTime() - days * DAY_MS).toISOString();
  }

  judge(
    cell: PolicyCell,
    { engine, id }: Pick<Policy, 'engine' | 'id'>,
    arn: string,
  ): SafeToEnforce {
    return judgeSafety({
      engine,
      cell,
      quiet: this.#quiet.get(id)?.get(arn),
      days: this.#days,
      now: this.#now,
    });
  }

  isSafe(
    cell: PolicyCell,
    policy: Pick<Policy, 'engine' | 'id'>,
    arn: string,
  ): boolean {
    // Of tens of thousands of cells, most need no reason in words.
    const quiet = this.#quiet.get(policy.id)?.get(arn);
    return (
      quiet !== undefined &&
      cell.state === 'deployed' &&
      cell.mode !== 'enforce' &&
      (quiet.lastFailedAt ?? quiet.knownSince) <= this.#quietBefore &&
      this.judge(cell, policy, arn).verdict === 'safe'
    );
  }
}
