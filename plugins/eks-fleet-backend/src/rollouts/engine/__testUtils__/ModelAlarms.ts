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

import type { AlarmVerdict, AlarmWatch } from '../../../alerts/types';

/** A hold ends by itself once it was quiet for so long. */
const QUIET_AFTER_MS = 600_000;

export type ModelAlarm = 'quiet' | 'hold' | 'pause' | 'unknown';

/** One alarm over all clusters, as it is and as it is told. */
export class ModelAlarms implements AlarmWatch {
  readonly #time: () => number;
  #state: ModelAlarm = 'quiet';
  #fingerprint = 'x';
  #firedUntil = -Infinity;

  constructor(time: () => number) {
    this.#time = time;
  }

  /** Whether nothing fires, and that is known. */
  get quiet(): boolean {
    return this.#state === 'quiet';
  }

  set(state: ModelAlarm, fingerprint: string): void {
    if (this.#state === 'hold' || this.#state === 'pause') {
      this.#firedUntil = this.#time();
    }
    this.#state = state;
    this.#fingerprint = fingerprint;
  }

  async check(): Promise<AlarmVerdict> {
    const alerts = [
      { fingerprint: this.#fingerprint, name: 'alarm', arn: 'arn' },
    ];
    switch (this.#state) {
      case 'unknown':
        throw new Error('Alertmanager does not answer');
      case 'quiet':
        return this.#time() - this.#firedUntil < QUIET_AFTER_MS
          ? { state: 'hold', message: 'An alarm fired lately', alerts }
          : { state: 'quiet', message: '', alerts: [] };
      default:
        return { state: this.#state, message: 'An alarm fires', alerts };
    }
  }
}
