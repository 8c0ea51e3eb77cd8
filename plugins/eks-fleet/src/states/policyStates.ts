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
  RiEyeLine,
  RiFileListLine,
  RiForbid2Line,
  RiInformationLine,
  RiLockLine,
  RiPauseCircleLine,
  RiQuestionLine,
  RiShieldCheckLine,
  RiShuffleLine,
  RiTimerLine,
} from '@remixicon/react';
import type {
  PolicyCellState,
  PolicyDrift,
  PolicyMode,
  PolicyResult,
  PolicySeverity,
  SafeToEnforce,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook } from './types';

/** How bad it is to break a policy; the gravest first. */
export const policySeverities: {
  [S in PolicySeverity]: StateLook<`policySeverity.${S}`>;
} = {
  critical: {
    word: 'policySeverity.critical',
    icon: RiAlarmWarningLine,
    tone: 'danger',
  },
  high: {
    word: 'policySeverity.high',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
  medium: { word: 'policySeverity.medium', icon: RiAlertLine, tone: 'warning' },
  low: { word: 'policySeverity.low', icon: RiInformationLine, tone: 'info' },
  info: { word: 'policySeverity.info', icon: RiFileListLine, tone: 'neutral' },
  unknown: {
    word: 'policySeverity.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
};

/** What happens to what breaks a policy; the strictest first. */
export const policyModes: {
  [S in PolicyMode]: StateLook<`policyMode.${S}`>;
} = {
  enforce: { word: 'policyMode.enforce', icon: RiLockLine, tone: 'success' },
  warn: { word: 'policyMode.warn', icon: RiAlertLine, tone: 'info' },
  audit: { word: 'policyMode.audit', icon: RiEyeLine, tone: 'info' },
  mixed: { word: 'policyMode.mixed', icon: RiShuffleLine, tone: 'neutral' },
  off: { word: 'policyMode.off', icon: RiPauseCircleLine, tone: 'warning' },
};

/** What came of a policy on a resource; the gravest first. */
export const policyResults: {
  [S in PolicyResult]: StateLook<`policyResult.${S}`>;
} = {
  fail: { word: 'policyResult.fail', icon: RiCloseCircleLine, tone: 'danger' },
  error: { word: 'policyResult.error', icon: RiQuestionLine, tone: 'warning' },
  warn: { word: 'policyResult.warn', icon: RiAlertLine, tone: 'warning' },
  exempt: {
    word: 'policyResult.exempt',
    icon: RiShieldCheckLine,
    tone: 'neutral',
  },
};

/** Whether a policy is on a cluster at all. */
export const policyCellStates: {
  [S in PolicyCellState]: StateLook<`policyCell.${S}`>;
} = {
  deployed: {
    word: 'policyCell.deployed',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  reported: { word: 'policyCell.reported', icon: RiFileListLine, tone: 'info' },
  notDeployed: {
    word: 'policyCell.notDeployed',
    icon: RiForbid2Line,
    tone: 'warning',
  },
  noEngine: {
    word: 'policyCell.noEngine',
    icon: RiPauseCircleLine,
    tone: 'warning',
  },
  unknown: {
    word: 'policyCell.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
};

/** How a cluster differs from what Git says. */
export const policyDrifts: {
  [S in PolicyDrift]: { word: `policyDrift.${S}` };
} = {
  missing: { word: 'policyDrift.missing' },
  unexpected: { word: 'policyDrift.unexpected' },
  mode: { word: 'policyDrift.mode' },
  version: { word: 'policyDrift.version' },
};

type SafeVerdict = SafeToEnforce['verdict'];

/** Whether a policy may be switched to enforce. */
export const safeVerdicts: {
  [S in SafeVerdict]: StateLook<`safeVerdict.${S}`>;
} = {
  safe: {
    word: 'safeVerdict.safe',
    icon: RiShieldCheckLine,
    tone: 'success',
  },
  notYet: { word: 'safeVerdict.notYet', icon: RiTimerLine, tone: 'info' },
  failing: {
    word: 'safeVerdict.failing',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
  enforced: { word: 'safeVerdict.enforced', icon: RiLockLine, tone: 'neutral' },
  unknown: {
    word: 'safeVerdict.unknown',
    icon: RiQuestionLine,
    tone: 'warning',
  },
};
