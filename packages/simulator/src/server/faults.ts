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

import type { FaultEffect } from './faultEffects';

/**
 * Which calls a fault hits; what is left out matches everything.
 *
 * @public
 */
export interface FaultMatch {
  /** `eks`, `sts`, `organizations`, `account`, `ec2`, `securityhub`, `kubernetes`, `policy-reporter` and so on. */
  service?: string;
  /** `DescribeCluster`; for Kubernetes `GET /api/v1/pods`, or `WATCH /api/v1/pods`; a `*` at the end stands for anything (`Update*`). */
  operation?: string;
  /** The account that the call is about: for AssumeRole the role's. */
  accountId?: string;
  region?: string;
  cluster?: string;
}

/**
 * Something that goes wrong on purpose.
 *
 * @public
 */
export interface FaultSpec {
  match: FaultMatch;
  effect: FaultEffect;
  /** How long `delay` takes; with another effect, how long it waits before. */
  delayMs?: number;
  /** How many matching calls pass before the fault begins. */
  after?: number;
  /** How many calls it hits before it is over; no end by default. */
  times?: number;
  /** Hits only each call of this number: with 10 the tenth, the twentieth, … */
  every?: number;
  /** 0 to 1, by the simulator's seed; 1 by default. */
  probability?: number;
  /** Where `reset` breaks the connection: before the answer (`start`, the default) or half-way through it (`body`). */
  at?: 'start' | 'body';
  /** What an update that is to fail says: one of EKS's error codes. */
  error?: { code: string; message?: string; resourceIds?: string[] };
}

/** When a fault is looked for: before a call, after it took effect, or as its update starts. */
export type FaultMoment = 'before' | 'accepted' | 'update';

const LATER_MOMENTS: Partial<Record<FaultEffect, FaultMoment>> = {
  lostAnswer: 'accepted',
  failUpdate: 'update',
  hangUpdate: 'update',
};

/** What a call looks like to faults. */
export interface FaultSubject extends FaultMatch {
  hasPageToken?: boolean;
}

/** The ways to say which calls a fault hits. */
export const MATCH_KEYS = [
  'service',
  'operation',
  'accountId',
  'region',
  'cluster',
] as const;

interface ActiveFault extends FaultSpec {
  standing: boolean;
  seen: number;
  hits: number;
}

/** The faults that are on. */
export class Faults {
  readonly #random: () => number;
  #active: ActiveFault[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /**
   * @param standing - belongs to the fleet's story: only a clearing that says
   *   so takes it away
   */
  add(spec: FaultSpec, options: { standing?: boolean } = {}): void {
    this.#active.push({
      ...structuredClone(spec),
      standing: options.standing ?? false,
      seen: 0,
      hits: 0,
    });
  }

  clear(options: { standing?: boolean } = {}): void {
    this.#active = options.standing
      ? []
      : this.#active.filter(fault => fault.standing);
  }

  /** The first fault that hits this call, which counts as one of its times. */
  take(
    subject: FaultSubject,
    moment: FaultMoment = 'before',
  ): FaultSpec | undefined {
    return this.#active.find(fault => {
      const its = LATER_MOMENTS[fault.effect] ?? 'before';
      if (its !== moment || !matches(fault, subject)) {
        return false;
      }
      fault.seen += 1;
      const counted = fault.seen - (fault.after ?? 0);
      if (
        counted <= 0 ||
        counted % (fault.every ?? 1) !== 0 ||
        fault.hits >= (fault.times ?? Infinity) ||
        this.#random() >= (fault.probability ?? 1)
      ) {
        return false;
      }
      fault.hits += 1;
      return true;
    });
  }
}

function matches(fault: FaultSpec, subject: FaultSubject): boolean {
  if (fault.effect === 'expireToken' && !subject.hasPageToken) {
    return false;
  }
  return MATCH_KEYS.every(
    key =>
      fault.match[key] === undefined ||
      (key === 'operation'
        ? isNamed(fault.match[key], subject[key])
        : fault.match[key] === subject[key]),
  );
}

function isNamed(pattern: string, operation: string = ''): boolean {
  return pattern.endsWith('*')
    ? operation.startsWith(pattern.slice(0, -1))
    : operation === pattern;
}
