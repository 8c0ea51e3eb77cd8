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

A rollout over 40 clusters of the simulated cloud, by the executor eks, carried
out by two replicas on PostgreSQL that are killed again and again, while the
cloud loses the answer of one accepted call in ten. At the end each cluster must
have been upgraded exactly once.

  --kills <number>   how often a replica is killed     (100)
  --cells <number>   how many clusters                 (40)
  --restore          restores a database of before, half-way
  --seed <number>    when they are killed follows from it
`;

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      kills: { type: 'string', default: '100' },
      cells: { type: 'string', default: '40' },
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
  const result = await runChaos({
    kills: Number(values.kills),
    cells: Number(values.cells),
    restore: values.restore,
    seed: Number(values.seed),
    tell: line => process.stdout.write(`${line}\n`),
  });
  process.exitCode = result ? 0 : 1;
}

void main().catch((error: Error) => {
  process.stderr.write(`chaos: ${error.stack}\n`);
  process.exitCode = 1;
});
