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
import type { CallCount, PullRequest } from '@eks-fleet/simulator';

const EXECUTABLE = require.resolve('@eks-fleet/simulator/bin/simulator.js');

/** How a simulated cloud is to be. */
export interface CloudOptions {
  accounts: number;
  regions: number;
  clustersPerTarget: number;
  latencyMs: number;
  limits: 'on' | 'off';
  /** How many times faster upgrades are; 1 by default. */
  speed?: number;
}

/**
 * The simulated cloud in a process of its own, so that it takes no time from
 * whom it is measured with.
 */
export class SimulatorProcess {
  readonly #child: ChildProcess;
  readonly #environment: { [name: string]: string };

  static async start(options: CloudOptions): Promise<SimulatorProcess> {
    const { accounts, regions, clustersPerTarget, latencyMs, limits } = options;
    const { speed = 1 } = options;
    return SimulatorProcess.spawn(EXECUTABLE, [
      ...['--fleet', `${accounts}x${regions}x${clustersPerTarget}`],
      ...['--port', '0', '--kubernetes-port', '0', '--github-port', '0'],
      ...['--speed', String(speed)],
      ...['--latency', String(latencyMs), '--limits', limits],
    ]);
  }

  /** A script that starts a simulator, and prints its environment as the command does. */
  static async spawn(
    executable: string,
    args: string[],
    env = process.env,
  ): Promise<SimulatorProcess> {
    const child = spawn(process.execPath, [executable, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const environment = await readEnvironment(child);
    Object.assign(process.env, environment);
    return new SimulatorProcess(child, environment);
  }

  private constructor(
    child: ChildProcess,
    environment: { [name: string]: string },
  ) {
    this.#child = child;
    this.#environment = environment;
  }

  /** What was called since the last reset. */
  async calls(): Promise<Calls> {
    const response = await fetch(this.#control('calls'));
    const { calls, peakInFlight } = (await response.json()) as {
      calls: CallCount[];
      peakInFlight: number;
    };
    const count = (wanted: (call: CallCount) => boolean) =>
      calls.filter(wanted).reduce((sum, call) => sum + call.count, 0);
    return {
      total: count(() => true),
      assumeRole: count(({ operation }) => operation === 'AssumeRole'),
      described: count(({ operation }) => operation === 'DescribeCluster'),
      refused: count(({ status }) => status === 429),
      peakInFlight,
      perOperation: countOperations(calls),
    };
  }

  /** Calls of EKS and the Git host that change something and took effect, and those whose answer was lost. */
  async changes(): Promise<{ changes: number; lost: number }> {
    const response = await fetch(this.#control('calls'));
    const { calls } = (await response.json()) as { calls: CallCount[] };
    const made = calls.filter(
      ({ operation, service, status }) =>
        (status === 0 || status < 300) &&
        (service === 'eks'
          ? operation.startsWith('Update')
          : service === 'github' && /^(POST|PUT) /.test(operation)),
    );
    const sum = (list: CallCount[]) =>
      list.reduce((total, { count }) => total + count, 0);
    return {
      changes: sum(made),
      lost: sum(made.filter(({ status }) => status === 0)),
    };
  }

  /** The pull requests of the Git host, where there is one. */
  async pulls(): Promise<PullRequest[]> {
    const response = await fetch(this.#control('pulls'));
    return response.ok
      ? ((await response.json()) as { pulls: PullRequest[] }).pulls
      : [];
  }

  async fault(fault: object): Promise<void> {
    const response = await fetch(this.#control('faults'), {
      method: 'POST',
      body: JSON.stringify(fault),
    });
    if (!response.ok) {
      throw new Error(await response.text());
    }
  }

  async clearFaults(): Promise<void> {
    await fetch(this.#control('faults'), { method: 'DELETE' });
  }

  async resetCalls(): Promise<void> {
    await fetch(this.#control('calls'), { method: 'DELETE' });
  }

  async stop(): Promise<void> {
    const ended = new Promise(resolve => {
      this.#child.once('exit', resolve);
    });
    this.#child.kill();
    await ended;
  }

  #control(what: string): string {
    return `${this.#environment.AWS_ENDPOINT_URL_EKS}/_sim/${what}`;
  }
}

export interface Calls {
  total: number;
  assumeRole: number;
  described: number;
  /** Answered with 429. */
  refused: number;
  peakInFlight: number;
  /** By service and operation. */
  perOperation: { [service: string]: { [operation: string]: number } };
}

function countOperations(calls: CallCount[]): Calls['perOperation'] {
  const counts: Calls['perOperation'] = {};
  for (const { service, operation, count } of calls) {
    const ofService = (counts[service] ??= {});
    ofService[operation] = (ofService[operation] ?? 0) + count;
  }
  return counts;
}

/** Reads the lines that the simulator prints for a shell. */
async function readEnvironment(
  child: ChildProcess,
): Promise<{ [name: string]: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout!.on('data', data => {
      output += data;
      // All of it is written at once; this is its last line.
      if (/^export AWS_EC2_METADATA_DISABLED=.*\n/m.test(output)) {
        const lines = [...output.matchAll(/^export (\w+)=(.*)$/gm)];
        resolve(
          Object.fromEntries(lines.map(([, name, value]) => [name, value])),
        );
      }
    });
    child.once('exit', code => {
      reject(new Error(`The simulator ended with ${code} at its start`));
    });
    child.once('error', reject);
  });
}

/** Runs the work on a cloud of its own. */
export async function withCloud<T>(
  options: CloudOptions,
  work: (cloud: SimulatorProcess) => Promise<T>,
): Promise<T> {
  const cloud = await SimulatorProcess.start(options);
  try {
    return await work(cloud);
  } finally {
    await cloud.stop();
  }
}
