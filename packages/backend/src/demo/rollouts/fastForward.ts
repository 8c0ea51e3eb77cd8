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

import { setTimeout as sleep } from 'node:timers/promises';
import { ResponseError } from '@backstage/errors';

/** How much faster than the story itself what comes before it goes by. */
const TIMES = 20;

/**
 * Lets the simulated cloud run ahead until `reached` says that the story may
 * begin, for `patience` tries a second apart, and then at its own speed again.
 *
 * @returns whether it was reached
 * @throws ResponseError where the simulator refuses
 */
export async function fastForward(options: {
  simulatorUrl: string;
  reached: () => Promise<boolean>;
  patience: number;
  signal: AbortSignal;
}): Promise<boolean> {
  const { patience, reached, signal, simulatorUrl } = options;
  const url = `${simulatorUrl}/_sim/settings`;
  const { speed } = await settings(url);
  await settings(url, { speed: speed * TIMES });
  try {
    for (let tries = 0; tries < patience; tries += 1) {
      if (await reached()) {
        return true;
      }
      await sleep(1000, undefined, { signal });
    }
    return false;
  } finally {
    await settings(url, { speed });
  }
}

async function settings(
  url: string,
  change?: { speed: number },
): Promise<{ speed: number }> {
  const response = await fetch(
    url,
    change && {
      method: 'POST',
      body: JSON.stringify(change),
      headers: { 'content-type': 'application/json' },
    },
  );
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json() as Promise<{ speed: number }>;
}
