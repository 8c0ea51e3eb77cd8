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

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReplicaNews } from './tellCalls';

/** How long one may take to start, by the wall's clock. */
const START_MS = 5 * 60_000;

/** A process that carries rollouts, and that can die at any moment. */
export class Replica {
  #child?: ChildProcess;
  #ready = false;
  #changing = 0;
  readonly #options: ReplicaOptions;

  constructor(options: ReplicaOptions) {
    this.#options = options;
  }

  /** Whether it takes steps. */
  get isReady(): boolean {
    return this.#ready;
  }

  /** How many calls that change something wait for their answer. */
  get changing(): number {
    return this.#changing;
  }

  /** Resolves once it takes steps. */
  async start(): Promise<void> {
    const { environment, executable, logFile } = this.#options;
    this.#options.beforeStart?.();
    const log = openSync(logFile, 'a');
    const child = fork(executable, {
      env: environment,
      execArgv: [],
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.#child = child;
    this.#changing = 0;
    child.on('message', message => {
      // What loads sources tells of them, too.
      const { changing } = message as Partial<ReplicaNews>;
      if (child === this.#child && changing !== undefined) {
        this.#changing = changing;
      }
    });
    const begun = performance.now();
    while (!(await this.#options.isReady())) {
      if (hasEnded(child)) {
        throw new Error(`A replica ended at its start; see ${logFile}`);
      }
      if (performance.now() - begun > START_MS) {
        throw new Error(`A replica did not get ready; see ${logFile}`);
      }
      await sleep(100);
    }
    this.#ready = true;
  }

  /**
   * As a power cut does.
   *
   * @returns how many calls that change something it had under way
   */
  async kill(): Promise<number> {
    const child = this.#child;
    const changing = this.#changing;
    this.#ready = false;
    if (!child || hasEnded(child)) {
      return 0;
    }
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    return changing;
  }
}

export interface ReplicaOptions {
  executable: string;
  environment: NodeJS.ProcessEnv;
  /** Where what it says goes. */
  logFile: string;
  beforeStart?: () => void;
  isReady: () => Promise<boolean>;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
