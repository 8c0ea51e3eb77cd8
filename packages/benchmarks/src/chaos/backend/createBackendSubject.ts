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

import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ChaosDatabase } from '../ChaosDatabase';
import { Replica } from '../Replica';
import type { ChaosOptions, ChaosSubject } from '../types';
import { backendConfig, PERSON } from './backendConfig';
import { DemoPerson } from './internals';
import { startBackendRollout } from './startBackendRollout';

const EXECUTABLE = require.resolve('@eks-fleet/benchmarks/bin/chaosBackend.js');

/** Whole backends over one database, as a portal with replicas has them. */
export async function createBackendSubject(
  { cells, executor, replicas }: ChaosOptions,
  context: { database: ChaosDatabase; directory: string },
): Promise<ChaosSubject> {
  const { database, directory } = context;
  const urls: string[] = [];
  const all: Replica[] = [];
  for (let index = 0; index < replicas; index += 1) {
    const port = await freePort();
    const config = backendConfig({ port, databaseUrl: database.url });
    urls.push(`http://127.0.0.1:${port}`);
    all.push(
      new Replica({
        executable: EXECUTABLE,
        logFile: join(directory, `replica-${index}.log`),
        environment: {
          ...process.env,
          CHAOS_CONFIG: JSON.stringify(config),
          CHAOS_COMPILED: join(directory, 'compiled'),
        },
        isReady: () => isReady(urls[index]),
      }),
    );
  }
  return {
    replicas: all,
    lifeMs: 8_000,
    async start() {
      const [first, ...others] = all;
      // The first one makes the tables.
      await first.start();
      const [id] = await Promise.all([
        startBackendRollout(new DemoPerson(urls[0], PERSON), {
          cells,
          executor,
        }),
        ...others.map(replica => replica.start()),
      ]);
      return id;
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (
      await fetch(`${url}/.backstage/health/v1/readiness`, {
        signal: AbortSignal.timeout(5000),
      })
    ).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
