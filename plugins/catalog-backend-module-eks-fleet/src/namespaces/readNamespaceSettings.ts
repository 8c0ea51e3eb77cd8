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

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';

/** How namespaces come into the catalog. */
export interface NamespaceSettings {
  catalogNamespace: string;
  requestUrl?: (id: string) => string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 5 },
};

/** Reads `eksFleet.namespaceEntities`, and where the portal is. */
export function readNamespaceSettings(config: Config): NamespaceSettings {
  const own = config.getOptionalConfig('eksFleet.namespaceEntities');
  const schedule = own?.getOptionalConfig('schedule');
  const appUrl = config.getOptionalString('app.baseUrl');
  const portalPath =
    config.getOptionalString('eksFleet.portalPath') ?? '/eks-fleet';
  const go = appUrl && `${trimmed(appUrl)}${trimmed(portalPath)}/go`;
  return {
    catalogNamespace: own?.getOptionalString('namespace') ?? 'default',
    ...(go && {
      requestUrl: id => `${go}?${new URLSearchParams({ request: id })}`,
    }),
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : SCHEDULE,
  };
}

function trimmed(text: string): string {
  return text.replace(/\/+$/, '');
}
