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
  Gate,
  GateDecision,
  Rollout,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';

/** What people decide at a gate: what the reader can do, or why nothing. */
export type GateRight =
  /** Nobody decides: it looks for itself. */
  | { kind: 'automatic' }
  | { kind: 'may'; decisions: GateDecision['decision'][] }
  | { kind: 'not'; why: 'over' | 'notYet' | 'own' | 'noRight' | 'notOwner' };

/**
 * What the reader can do at a gate.
 *
 * @param userRef - the reader; left out while that is not known
 */
export function gateRight(
  gate: Gate,
  rollout: Rollout,
  userRef: string | undefined,
): GateRight {
  const manual = gate.type === 'hold';
  if (gate.type !== 'approval' && !manual) {
    return { kind: 'automatic' };
  }
  const over =
    rollout.lifecycle === 'done' || rollout.lifecycle === 'cancelled';
  if (over || (gate.state === 'open' && !manual)) {
    return { kind: 'not', why: 'over' };
  }
  if (gate.mayDecide) {
    return {
      kind: 'may',
      decisions: manual
        ? [gate.state === 'open' ? 'hold' : 'release']
        : ['approve', 'reject'],
    };
  }
  if (gate.state === 'notStarted') {
    return { kind: 'not', why: 'notYet' };
  }
  const { createdBy, startedBy, updatedBy } = rollout;
  if (userRef && [createdBy, updatedBy, startedBy].includes(userRef)) {
    return { kind: 'not', why: 'own' };
  }
  return { kind: 'not', why: rollout.may.approve ? 'notOwner' : 'noRight' };
}

/** Evidence as lines of name and value; what is nested is named by its path, and items of lists by their names. */
export function evidenceLines(
  evidence: Record<string, unknown>,
  most = 200,
): { name: string; value: string }[] {
  const lines: { name: string; value: string }[] = [];
  const walk = (name: string, value: unknown) => {
    if (lines.length >= most) {
      return;
    }
    if (Array.isArray(value) && value.every(isPlain)) {
      lines.push({ name, value: value.map(String).join(', ') });
    } else if (value !== null && typeof value === 'object') {
      for (const [key, part] of Object.entries(value)) {
        const own = Array.isArray(value) ? nameOf(part) ?? key : key;
        walk(name ? `${name}.${own}` : own, part);
      }
    } else if (value !== undefined) {
      lines.push({ name, value: String(value) });
    }
  };
  walk('', evidence);
  return lines;
}

function isPlain(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

function nameOf(item: unknown): string | undefined {
  const { name, title } = (item ?? {}) as Record<string, unknown>;
  return [name, title].find(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}
