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
import { measureDiscovery } from './discovery';
import { measureInventory } from './inventory';
import { formatJson, formatTable } from './measurement/format';
import { isMet } from './measurement/judge';
import type { Measurement, Record } from './measurement/types';
import { measurePage } from './page';
import { measurePolicy } from './policy';
import { measureReadiness } from './readiness';
import { measureRequests } from './requests';
import { measureRollouts } from './rollouts';

const USAGE = `Usage: yarn bench discovery|inventory|page|policy|readiness|requests|rollouts [options]

  discovery    scans of the simulated cloud, beside other plugins' (4 min)
  inventory    lists of 5,000 clusters, on each database there is (2 min)
  page         the clusters page in a real browser; builds the portal (5 min)
  policy       a million findings read in and asked for (12 min)
  readiness    collecting, verdicts and their pages (4 min)
  requests     verdicts, prices and places while somebody types (10 s)
  rollouts     plans and reconciles of 1,000 cells (3 min)

  --only <text>    just the parts whose name contains the text
  --json           one JSON object a line in place of a table
`;

const SUITES: {
  [name: string]: (record: Record, only: string) => Promise<void>;
} = {
  discovery: measureDiscovery,
  inventory: measureInventory,
  page: measurePage,
  policy: measurePolicy,
  readiness: measureReadiness,
  requests: measureRequests,
  rollouts: measureRollouts,
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [name] = positionals;
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (positionals.length !== 1 || !Object.hasOwn(SUITES, name)) {
    throw new Error(
      `Say what to measure: ${Object.keys(SUITES).join(', ')} (--help)`,
    );
  }

  const measurements: Measurement[] = [];
  await SUITES[name](measurement => {
    measurements.push(measurement);
    if (values.json) {
      process.stdout.write(`${formatJson(measurement)}\n`);
    } else {
      // The table needs all of its lines; meanwhile this shows life.
      process.stderr.write(`  ${measurement.name}\n`);
    }
  }, values.only);
  if (measurements.length === 0) {
    throw new Error(`No part of ${name} has "${values.only}" in its name`);
  }
  if (!values.json) {
    process.stdout.write(`${formatTable(measurements)}\n`);
  }
  if (!measurements.every(isMet)) {
    process.exitCode = 1;
  }
}

main()
  .catch((error: Error) => {
    process.stderr.write(`bench: ${error.stack}\n`);
    process.exitCode = 1;
  })
  // Stopped backends leave timers of their database pools behind.
  .finally(() => process.stdout.write('', () => process.exit()));
