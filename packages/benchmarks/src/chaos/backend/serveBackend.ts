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

import { createBackend } from '@backstage/backend-defaults';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { flushCompileCache } from 'node:module';
import { tellCalls } from '../tellCalls';
import { hurriedScheduler } from './hurriedScheduler';
import { demoAuthModule } from './internals';

/** A portal's backend with what rollouts need, until it is killed. */
async function main(): Promise<void> {
  tellCalls();
  const config = new ConfigReader(JSON.parse(process.env.CHAOS_CONFIG!));
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  backend.add(
    createServiceFactory({
      service: coreServices.rootLogger,
      deps: {},
      // The one that ships compiles the schemas of all packages at each start,
      // to know secrets. There are none here.
      factory: () => WinstonLogger.create({ level: 'warn' }),
    }),
  );
  backend.add(hurriedScheduler);
  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(demoAuthModule);
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@eks-fleet/backstage-plugin-catalog-backend-module-eks-fleet'),
  );
  backend.add(import('@eks-fleet/backstage-plugin-eks-fleet-backend'));
  await backend.start();
  // One that is killed has no time to write down what it compiled.
  flushCompileCache?.();
}

void main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
