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

import type { Freeze } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type {
  EksFleetAwsService,
  RolloutGate,
} from '@eks-fleet/backstage-plugin-eks-fleet-node';
import type { AlarmWatch } from '../../alerts/types';
import type { Endpoints } from '../../endpoints/Endpoints';
import type { ReadinessService } from '../../readiness/ReadinessService';
import type { InsightsRefresh } from '../insights/InsightsRefresh';
import { createAlarmsGate } from './alarmsGate';
import { createFreezeGate } from './freezeGate';
import { createHttpGate } from './httpGate';
import { createPrometheusGate } from './prometheusGate';
import { createReadinessGate } from './readinessGate';
import { scheduleGate } from './scheduleGate';
import { createZonalShiftGate } from './zonalShiftGate';

/** The gates that look at something, besides those that modules add. */
export function shippedGates(options: {
  readiness: Pick<ReadinessService, 'get'>;
  want: (arns: string[]) => Promise<void>;
  insights?: Pick<InsightsRefresh, 'askWhereOld'>;
  /** Left out where alerts are switched off. */
  alarms?: AlarmWatch;
  endpoints: Endpoints;
  aws: Pick<EksFleetAwsService, 'listZonalShifts'>;
  freezes: Freeze[];
}): RolloutGate<any>[] {
  const { alarms, aws, endpoints, freezes, insights, readiness, want } =
    options;
  return [
    createReadinessGate({ readiness, insights, want }),
    scheduleGate,
    createFreezeGate(freezes),
    ...(alarms ? [createAlarmsGate(alarms)] : []),
    createPrometheusGate(endpoints),
    createHttpGate(endpoints),
    createZonalShiftGate(aws),
  ];
}
