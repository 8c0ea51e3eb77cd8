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

import { InputError, toError } from '@backstage/errors';
import type { GateSpec } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  RolloutGate,
  RolloutGateContext,
  RolloutGateResult,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { parseApproval } from '../engine/approvals';
import type { GateRecord } from '../records';
import { judgeApprovers, type Approvers } from './judgeApprovers';

/** Decided by people: the engine judges them by what is recorded. */
const DECIDED_GATES: readonly string[] = ['approval', 'hold'];

/** The conditions on waves that this installation knows, by type. */
export class RolloutGates {
  readonly #gates = new Map<string, RolloutGate>();
  readonly #approvers?: Approvers;

  constructor(options: { approvers?: Approvers } = {}) {
    this.#approvers = options.approvers;
  }

  /** @throws Error where the type is taken */
  add<TWith>(gate: RolloutGate<TWith>): void {
    if (this.#gates.has(gate.type) || DECIDED_GATES.includes(gate.type)) {
      throw new Error(`There are two gates ${gate.type}`);
    }
    this.#gates.set(gate.type, gate as RolloutGate);
  }

  get types(): string[] {
    return [...DECIDED_GATES, ...this.#gates.keys()];
  }

  /** Whether there is anything to look at, besides what is recorded. */
  looksAt(type: string): boolean {
    return type !== 'hold';
  }

  /** @throws InputError with one sentence that names the field */
  validate(spec: GateSpec): void {
    if (spec.type === 'approval') {
      parseApproval(spec.with);
      return;
    }
    if (spec.type === 'hold') {
      return;
    }
    const gate = this.#gates.get(spec.type);
    if (!gate) {
      throw new InputError(
        `type: there is no gate ${spec.type}; there are ${this.types.join(
          ', ',
        )}`,
      );
    }
    gate.parse(spec.with);
  }

  /** Whatever it throws is `unknown`. */
  async check(
    { asked, title, type }: Pick<GateRecord, 'asked' | 'title' | 'type'>,
    context: RolloutGateContext,
    /** Who made, last edited or started the rollout. */
    involved: string[] = [],
  ): Promise<RolloutGateResult> {
    if (type === 'approval') {
      return this.#checkApprovers(asked, involved);
    }
    const gate = this.#gates.get(type);
    if (!gate) {
      return {
        state: 'unknown',
        code: 'gate.unreadable',
        message: `This portal has no gate ${type}`,
      };
    }
    try {
      return await gate.check(gate.parse(asked), context);
    } catch (error) {
      return {
        state: 'unknown',
        code: 'gate.unreadable',
        message: `${title} cannot be read: ${toError(error).message}`,
      };
    }
  }

  /** Whether there is anybody who could approve; where that cannot be read, it is waited for as ever. */
  async #checkApprovers(
    asked: GateRecord['asked'],
    involved: string[],
  ): Promise<RolloutGateResult> {
    const { from, needed } = parseApproval(asked);
    try {
      return judgeApprovers(
        { needed },
        (await this.#approvers?.look(from)) ?? [],
        involved,
      );
    } catch (error) {
      return {
        state: 'unknown',
        message: `Approvers cannot be looked up: ${toError(error).message}`,
      };
    }
  }
}
