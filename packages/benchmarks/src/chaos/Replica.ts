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

import { spawn, type ChildProcess } from 'node:child_process';

const EXECUTABLE = require.resolve('@eks-fleet/benchmarks/bin/chaosWorker.js');

/** A process that runs the engine, and that can die at any moment. */
export class Replica {
  #child?: ChildProcess;
  readonly #environment: NodeJS.ProcessEnv;

  constructor(environment: NodeJS.ProcessEnv) {
    this.#environment = environment;
  }

  /** Resolves once it takes steps. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [EXECUTABLE], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    await new Promise<void>((ready, reject) => {
      child.stdout!.once('data', () => ready());
      child.once('exit', code => reject(new Error(`It ended with ${code}`)));
    });
  }

  /** As a power cut does. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      return;
    }
    const gone = new Promise(resolved => child.once('exit', resolved));
    child.kill('SIGKILL');
    await gone;
  }
}
