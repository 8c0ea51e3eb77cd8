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

import type { AddressInfo } from 'node:net';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import type { JsonObject } from '@backstage/types';
import { startPortal } from './portal';

/**
 * A portal with the kubernetes plugin in a process of its own: the plugin
 * loads ES modules, which Jest's module loader cannot.
 */
async function main() {
  const config: JsonObject = JSON.parse(process.env.PORTAL_CONFIG!);
  const portal = await startPortal({ config, features: [kubernetesPlugin] });
  process.on('message', async (request: 'scan' | 'settled' | 'stop') => {
    await portal[request]();
    process.send?.({ done: request });
    if (request === 'stop') {
      process.disconnect?.();
    }
  });
  const { port } = portal.server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
}

main().catch(error => {
  process.send?.({ error: String(error) });
  process.disconnect?.();
});
