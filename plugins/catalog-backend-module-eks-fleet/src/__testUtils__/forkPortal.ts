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

import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

interface Message {
  url?: string;
  done?: string;
  error?: string;
}

/** Starts {@link file://./kubernetesPortal.ts} and talks to it. */
export async function forkPortal(config: JsonObject) {
  const child = fork(require.resolve('./kubernetesPortal.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    env: { ...process.env, PORTAL_CONFIG: JSON.stringify(config) },
    silent: true,
  });
  const ended = once(child, 'exit');
  const output: string[] = [];
  child.stdout!.on('data', data => output.push(String(data)));
  child.stderr!.on('data', data => output.push(String(data)));
  const hear = async (): Promise<Message> => {
    for (;;) {
      const [message] = await Promise.race([
        once(child, 'message') as Promise<[Message]>,
        ended.then((): [Message] => [{ error: 'The portal ended' }]),
      ]);
      if (message.error) {
        throw new Error(`${message.error}\n${output.join('')}`);
      }
      // Backstage's module loader sends messages of its own.
      if (message.url || message.done) {
        return message;
      }
    }
  };
  const { url } = await hear();

  const tell = async (request: 'scan' | 'settled' | 'stop') => {
    const heard = hear();
    child.send(request);
    await heard;
  };
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(url + path, { headers });
    return { status: response.status, body: await response.json() };
  };
  return {
    get,
    entities: async (filter: string): Promise<Entity[]> =>
      (await get(`/api/catalog/entities?filter=${filter}`)).body,
    register: async (target: string) =>
      fetch(`${url}/api/catalog/locations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'url', target }),
      }),
    scan: () => tell('scan'),
    settled: () => tell('settled'),
    async stop() {
      await tell('stop');
      const [code] = await ended;
      return code;
    },
  };
}
