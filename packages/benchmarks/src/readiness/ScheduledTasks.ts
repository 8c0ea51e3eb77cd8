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

import { setTimeout as wait } from 'node:timers/promises';
import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskInvocationDefinition,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

/**
 * Holds a backend's tasks back until they are started, so that a measurement
 * knows its first moment; from then on they run at their frequencies.
 */
export class ScheduledTasks {
  readonly #tasks = new Map<string, Task>();
  readonly #running = new Set<Promise<void>>();
  readonly #ending = new AbortController();

  /** One run of a task. */
  async run(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new Error(`There is no task ${id}`);
    }
    await task.fn(this.#ending.signal);
  }

  /** Runs each task now, and again and again after its frequency. */
  start(): void {
    for (const id of this.#tasks.keys()) {
      const repeated = this.#repeat(id).catch(error => {
        process.stderr.write(`${id}: ${error.stack}\n`);
      });
      this.#running.add(repeated);
    }
  }

  /** Resolves when no task runs any more. */
  async stop(): Promise<void> {
    this.#ending.abort();
    await Promise.all(this.#running);
  }

  factory() {
    const service: Pick<
      SchedulerService,
      'createScheduledTaskRunner' | 'scheduleTask'
    > = {
      createScheduledTaskRunner: schedule => ({
        run: task => service.scheduleTask({ ...schedule, ...task }),
      }),
      scheduleTask: async task => {
        this.#tasks.set(task.id, task);
      },
    };
    return createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: () => service as SchedulerService,
    });
  }

  async #repeat(id: string): Promise<void> {
    const frequency = this.#tasks.get(id)!.frequency as HumanDuration;
    const milliseconds = durationToMilliseconds(frequency);
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await this.run(id);
      // It rejects only when it is called off.
      await wait(milliseconds, undefined, { signal }).catch(() => {});
    }
  }
}
