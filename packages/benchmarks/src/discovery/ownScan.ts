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

import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import catalogModuleEksFleet from '@eks-fleet/backstage-plugin-catalog-backend-module-eks-fleet';
import { discoveryConfig } from '../cloud/scope';
import type { CloudOptions } from '../cloud/SimulatorProcess';
import { timed } from '../measurement/time';
import { ManualScheduler } from './ManualScheduler';
import type { Contender } from './types';

/** More than any cloud answers. */
const NO_LIMITS = { requestsPerSecond: 1e6, burst: 1e6 };

/**
 * Our module with its database and everything else it has in a portal, except
 * that the catalog only counts what it is handed: as with the peers, discovery
 * is measured and not the catalog.
 */
export function ownContender(
  cloud: CloudOptions,
  options: { limits?: 'off' } = {},
): Contender {
  const provider: JsonObject =
    options.limits === 'off' ? { limits: NO_LIMITS } : {};
  return {
    name: 'eks-fleet',
    async scan() {
      const scheduler = new ManualScheduler();
      const found = new Set<string>();
      const backend = await startTestBackend({
        features: [
          catalogOf(mutation => count(found, mutation)),
          catalogModuleEksFleet,
          catalogServiceMock.factory(),
          scheduler.factory(),
          mockServices.rootConfig.factory({
            data: discoveryConfig(cloud, provider),
          }),
        ],
      });
      try {
        const { milliseconds } = await timed(() => scheduler.scan());
        return { found: found.size, milliseconds };
      } finally {
        await backend.stop();
      }
    },
  };
}

/** A catalog that hands on what its providers give it. */
function catalogOf(onMutation: (mutation: EntityProviderMutation) => void) {
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      const providers: EntityProvider[] = [];
      env.registerExtensionPoint(catalogProcessingExtensionPoint, {
        addEntityProvider(...given) {
          providers.push(...given.flat());
        },
        addProcessor() {},
        addPlaceholderResolver() {},
        setOnProcessingErrorHandler() {},
      });
      env.registerInit({
        deps: {},
        async init() {
          for (const provider of providers) {
            await provider.connect({
              applyMutation: async mutation => onMutation(mutation),
              refresh: async () => {},
            });
          }
        },
      });
    },
  });
}

function count(found: Set<string>, mutation: EntityProviderMutation): void {
  const entities =
    mutation.type === 'full' ? mutation.entities : mutation.added;
  for (const { entity } of entities) {
    if (entity.spec?.type === 'kubernetes-cluster') {
      found.add(entity.metadata.annotations!['amazonaws.com/arn']);
    }
  }
}
