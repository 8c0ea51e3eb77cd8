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

import type { ChangeNotifier } from './ChangeNotifier';
import type { ObservationStore, ReportedObservation } from './store/types';

/** Takes what others observed, and tells of what is new in it. */
export class ObservationIntake {
  readonly #store: Pick<ObservationStore, 'put'>;
  readonly #notifier: ChangeNotifier;
  readonly #now: () => Date;
  readonly #onControlPlaneChanged: () => void;

  constructor(options: {
    store: Pick<ObservationStore, 'put'>;
    notifier: ChangeNotifier;
    now: () => Date;
    /** What can be observed of a cluster may follow from its control plane. */
    onControlPlaneChanged: () => void;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#now = options.now;
    this.#onControlPlaneChanged = options.onControlPlaneChanged;
  }

  /** A report that is older than what is recorded changes nothing. */
  async put(reports: ReportedObservation[]): Promise<void> {
    const changes = await this.#store.put(reports, this.#now());
    if (changes.some(({ kind }) => kind === 'controlPlane')) {
      this.#onControlPlaneChanged();
    }
    await this.#notifier.notify(changes);
  }
}
