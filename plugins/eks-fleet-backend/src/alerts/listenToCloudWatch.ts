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

import type { EventsService } from '@backstage/plugin-events-node';
import type { AlertSeverity } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { AlertIntake } from './AlertIntake';
import { fromCloudWatch } from './fromCloudWatch';

/**
 * Takes alarm state changes from topics that EventBridge and the SQS events
 * module fill. What is no such event is somebody else's.
 */
export async function listenToCloudWatch(options: {
  id: string;
  topics: string[];
  severity: AlertSeverity;
  events: EventsService;
  intake: AlertIntake;
}): Promise<void> {
  const { events, id, intake, severity, topics } = options;
  await events.subscribe({
    id: 'eks-fleet-cloudwatch-alarms',
    topics,
    onEvent: async ({ eventPayload }) => {
      const alert = fromCloudWatch(eventPayload, severity);
      if (alert) {
        await intake.put({ kind: 'cloudwatch', id }, [alert], {
          complete: false,
        });
      }
    },
  });
}
