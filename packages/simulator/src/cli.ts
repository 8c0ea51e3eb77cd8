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
import { startSimulator } from './server/startSimulator';
import type { SimulatorOptions } from './server/types';

const USAGE = `Usage: yarn simulator [options]

  --fleet demo|AxRxC       demo, or accounts x Regions x clusters   (demo)
  --host <address>         where to listen                          (127.0.0.1)
  --port <number>          of the AWS endpoint; 0 takes a free one  (4610)
  --kubernetes-port <n>    of the Kubernetes API                    (4611)
  --github-port <number>   of the Git host                          (4612)
  --gitops on|off          whether the clusters of a scaled fleet
                           are described in Git                     (off)
  --latency <ms>           how long each call takes at least        (0)
  --seed <number>          what looks random follows from it        (1)
  --limits on|off          rate limits as AWS has them              (on)
  --speed <number>         how many times faster upgrades are       (1)
  --insight-enforcement on|off
                           whether insights stop upgrades           (the fleet's)
  --end-of-support-upgrades on|off
                           whether AWS upgrades what is too old     (off)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      fleet: { type: 'string', default: 'demo' },
      host: { type: 'string', default: '127.0.0.1' },
      port: { type: 'string', default: '4610' },
      'kubernetes-port': { type: 'string', default: '4611' },
      'github-port': { type: 'string', default: '4612' },
      gitops: { type: 'string', default: 'off' },
      latency: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      limits: { type: 'string', default: 'on' },
      speed: { type: 'string' },
      'insight-enforcement': { type: 'string' },
      'end-of-support-upgrades': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const simulator = await startSimulator({
    fleet: values.fleet as SimulatorOptions['fleet'],
    host: values.host,
    port: wholeNumber('--port', values.port, 65_535),
    kubernetesPort: wholeNumber(
      '--kubernetes-port',
      values['kubernetes-port'],
      65_535,
    ),
    githubPort: wholeNumber('--github-port', values['github-port'], 65_535),
    gitops: onOrOff('gitops', values.gitops) ? 'on' : 'off',
    latencyMs: wholeNumber('--latency', values.latency, 60_000),
    seed: wholeNumber('--seed', values.seed, 0xffff_ffff),
    limits: onOrOff('limits', values.limits) ? 'on' : 'off',
    settings: {
      ...(values.speed !== undefined && {
        speed: wholeNumber('--speed', values.speed, 100_000),
      }),
      ...switchOf('insightEnforcement', 'insight-enforcement', values),
      ...switchOf('endOfSupportUpgrades', 'end-of-support-upgrades', values),
    },
  });
  const clusters = simulator.model.clusters().length;
  const accounts = simulator.model.accounts().length;
  process.stdout.write(
    `# ${clusters} clusters in ${accounts} accounts; Kubernetes at ${
      simulator.kubernetesUrl
    }, Git host at ${simulator.github.url}\n${Object.entries(
      simulator.environment(),
    )
      .map(([name, value]) => `export ${name}=${value}\n`)
      .join('')}`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.stop());
  }
}

function onOrOff(option: string, value: string): boolean {
  if (value !== 'on' && value !== 'off') {
    throw new Error(`--${option} must be on or off, not '${value}'`);
  }
  return value === 'on';
}

/** A setting, where its option was given. */
function switchOf(
  setting: string,
  option: string,
  values: Record<string, string | boolean | undefined>,
): Record<string, boolean> {
  const value = values[option];
  return typeof value === 'string' ? { [setting]: onOrOff(option, value) } : {};
}

function wholeNumber(option: string, text: string, maximum: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > maximum) {
    throw new Error(
      `${option} must be a whole number from 0 to ${maximum}, not '${text}'`,
    );
  }
  return number;
}

main().catch((error: Error) => {
  process.stderr.write(`simulator: ${error.message}\n`);
  process.exitCode = 1;
});
