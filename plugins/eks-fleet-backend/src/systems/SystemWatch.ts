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

import { toObservationError } from '@eks-fleet/backstage-plugin-eks-fleet-node';
import { noteRead } from './systemState';
import type { SystemProbe, SystemRecord } from './types';

/**
 * Reads each system now and then, and remembers how that went: in memory, so
 * that each replica knows what it has seen itself.
 */
export class SystemWatch {
  readonly probes: readonly SystemProbe[];
  readonly #now: () => Date;
  readonly #records = new Map<SystemProbe, SystemRecord>();
  readonly #underWay = new Set<SystemProbe>();

  constructor(options: { probes: readonly SystemProbe[]; now?: () => Date }) {
    this.probes = options.probes;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Reads all of them at once. One that keeps its caller waiting longer than
   * `signal` allows does not keep the others from being read again.
   */
  async read(signal?: AbortSignal): Promise<void> {
    await Promise.race([
      Promise.all(this.probes.map(probe => this.#read(probe))),
      new Promise<void>(resolve => {
        signal?.addEventListener('abort', () => resolve(), { once: true });
      }),
    ]);
  }

  recordOf(probe: SystemProbe): SystemRecord {
    return this.#records.get(probe) ?? {};
  }

  async #read(probe: SystemProbe): Promise<void> {
    if (this.#underWay.has(probe)) {
      return;
    }
    this.#underWay.add(probe);
    let error: SystemRecord['error'];
    try {
      await probe.read();
    } catch (cause) {
      error = toObservationError(cause);
    } finally {
      this.#underWay.delete(probe);
    }
    this.#records.set(
      probe,
      noteRead(this.recordOf(probe), this.#now().toISOString(), error),
    );
  }
}
