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

import type { BackendPluginRegistrationPoints } from '@backstage/backend-plugin-api';
import {
  clusterCollectorsExtensionPoint,
  policySourcesExtensionPoint,
  provisionersExtensionPoint,
  rolloutExecutorsExtensionPoint,
  rolloutGatesExtensionPoint,
  type ClusterCollector,
  type PolicySource,
  type Provisioner,
  type RolloutExecutor,
  type RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';

/** What modules add; complete once the plugin is initialized. */
export interface Extensions {
  collectors: ClusterCollector[];
  executors: RolloutExecutor[];
  gates: RolloutGate[];
  policySources: PolicySource[];
  provisioners: Provisioner[];
}

/** Lets modules add to the plugin. */
export function collectExtensions(
  env: Pick<BackendPluginRegistrationPoints, 'registerExtensionPoint'>,
): Extensions {
  const extensions: Extensions = {
    collectors: [],
    executors: [],
    gates: [],
    policySources: [],
    provisioners: [],
  };
  env.registerExtensionPoint(clusterCollectorsExtensionPoint, {
    addCollector: collector =>
      extensions.collectors.push(collector as ClusterCollector),
  });
  env.registerExtensionPoint(policySourcesExtensionPoint, {
    addSource: source => extensions.policySources.push(source),
  });
  env.registerExtensionPoint(rolloutExecutorsExtensionPoint, {
    addExecutor: executor =>
      extensions.executors.push(executor as RolloutExecutor),
  });
  env.registerExtensionPoint(rolloutGatesExtensionPoint, {
    addGate: gate => extensions.gates.push(gate as RolloutGate),
  });
  env.registerExtensionPoint(provisionersExtensionPoint, {
    addProvisioner: provisioner => extensions.provisioners.push(provisioner),
  });
  return extensions;
}
