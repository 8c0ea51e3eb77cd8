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
  RiAlertLine,
  RiCloseCircleLine,
  RiInformationLine,
} from '@remixicon/react';
import type { RolloutLogEntry } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export const logLevels: {
  [S in RolloutLogEntry['level']]: StateLook<`logLevel.${S}`>;
} = {
  info: { word: 'logLevel.info', icon: RiInformationLine, tone: 'neutral' },
  warning: { word: 'logLevel.warning', icon: RiAlertLine, tone: 'warning' },
  error: { word: 'logLevel.error', icon: RiCloseCircleLine, tone: 'danger' },
};
