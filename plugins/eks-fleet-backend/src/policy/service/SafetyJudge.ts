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
import type { MatrixRecords } from '../store/types';
import { judgeSafety } from './judgeSafety';

/** Says of policies on clusters whether they may be enforced there. */
export class SafetyJudge {
  readonly #quiet: MatrixRecords['quiet'];
  readonly #days: number;
  readonly #now: Date;
  /** What failed after it is not safe yet. ISO 8601. */
  readonly #quietBefore: string;

  /** @param days - for how many days nothing may have failed */
  constructor(
    quiet: MatrixRecords['quiet'],
    options: { days: number; now: Date },
  ) {
    const { days, now } = options;
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
      quiet: this.#quiet.get(arn)?.get(id),
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
    if (cell.state !== 'deployed' || cell.mode === 'enforce') {
      return false;
    }
    const quiet = this.#quiet.get(arn)?.get(policy.id);
    return (
      quiet !== undefined &&
      (quiet.lastFailedAt ?? quiet.knownSince) <= this.#quietBefore &&
      this.judge(cell, policy, arn).verdict === 'safe'
    );
  }
}
