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

import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';

const SCAN = 'eks-fleet:main:scan';

/** Runs tasks when it is told to, and tells how they failed. */
export class ManualScheduler {
  readonly #tasks = new Map<string, SchedulerServiceTaskFunction>();

  /** One scan of the provider `main`, as the schedule starts it. */
  async scan(): Promise<void> {
    const task = this.#tasks.get(SCAN);
    if (!task) {
      throw new Error(`There is no task ${SCAN}`);
    }
    await task(new AbortController().signal);
  }

  factory() {
    const service: Pick<
      SchedulerService,
      'createScheduledTaskRunner' | 'scheduleTask'
    > = {
      createScheduledTaskRunner: schedule => ({
        run: task => service.scheduleTask({ ...schedule, ...task }),
      }),
      scheduleTask: async ({ id, fn }) => {
        this.#tasks.set(id, fn);
      },
    };
    return createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => service as SchedulerService,
    });
  }
}
