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

import { parseArgs } from 'node:util';
import { runChaos } from './runChaos';

const USAGE = `Usage: yarn chaos rollouts [options]

A rollout over 40 clusters of the simulated cloud, carried by replicas on
PostgreSQL that are killed again and again, while the cloud loses the answer of
one accepted call in ten. At the end each cluster must have been upgraded
exactly once.

  --kills <number>           how often a replica is killed       (100)
  --cells <number>           how many clusters                   (40)
  --replicas <number>        how many processes carry it         (2)
  --process backend|engine   the whole backend, or the engine
                             alone, which starts quickly         (backend)
  --executor eks|gitops      by calls of EKS, or by pull
                             requests that Argo CD follows       (eks)
  --restore                  restores the database of an hour
                             ago on the way
  --speed <number>           how much faster than in AWS updates
                             are, besides the hurried clock      (4)
  --seed <number>            when they are killed follows from it
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '100' },
      cells: { type: 'string', default: '40' },
      replicas: { type: 'string', default: '2' },
      process: { type: 'string', default: 'backend' },
      executor: { type: 'string', default: 'eks' },
      speed: { type: 'string', default: '4' },
      restore: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help || positionals[0] !== 'rollouts') {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => stop.abort(new Error(`Ended by ${signal}`)));
  }
  const held = await runChaos({
    kills: wholeNumber('kills', values.kills),
    cells: wholeNumber('cells', values.cells),
    replicas: wholeNumber('replicas', values.replicas),
    process: oneOf('process', values.process, ['backend', 'engine']),
    executor: oneOf('executor', values.executor, ['eks', 'gitops']),
    speed: wholeNumber('speed', values.speed),
    restore: values.restore,
    seed: wholeNumber('seed', values.seed),
    signal: stop.signal,
    tell: line => process.stdout.write(`${line}\n`),
  });
  process.exitCode = held ? 0 : 1;
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) {
    throw new Error(`--${option} must be a whole number, not '${text}'`);
  }
  return Number(text);
}

function oneOf<T extends string>(
  option: string,
  text: string,
  values: readonly T[],
): T {
  const found = values.find(value => value === text);
  if (!found) {
    throw new Error(`--${option} must be ${values.join(' or ')}`);
  }
  return found;
}

void main().catch((error: Error) => {
  process.stderr.write(`chaos: ${error.stack}\n`);
  process.exitCode = 1;
});
