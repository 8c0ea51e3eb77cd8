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
  RiAlarmWarningLine,
  RiAlertLine,
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiInformationLine,
  RiNotificationOffLine,
  RiQuestionLine,
} from '@remixicon/react';
import type {
  Alert,
  AlertSeverity,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

export type AlertState = Alert['state'];

export const alertStates: {
  [S in AlertState]: StateLook<`alertState.${S}`>;
} = {
  firing: {
    word: 'alertState.firing',
    icon: RiAlarmWarningLine,
    tone: 'danger',
  },
  unknown: {
    word: 'alertState.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
  silenced: {
    word: 'alertState.silenced',
    icon: RiNotificationOffLine,
    tone: 'neutral',
  },
  resolved: {
    word: 'alertState.resolved',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
};

/** The gravest first. */
export const alertSeverities: {
  [S in AlertSeverity]: StateLook<`alertSeverity.${S}`>;
} = {
  critical: {
    word: 'alertSeverity.critical',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
  warning: {
    word: 'alertSeverity.warning',
    icon: RiAlertLine,
    tone: 'warning',
  },
  unknown: {
    word: 'alertSeverity.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
  info: { word: 'alertSeverity.info', icon: RiInformationLine, tone: 'info' },
};
