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
  RiAddCircleLine,
  RiAlarmWarningLine,
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleLine,
  RiCheckDoubleLine,
  RiCloseCircleLine,
  RiDeleteBinLine,
  RiDraftLine,
  RiEditLine,
  RiErrorWarningLine,
  RiForbid2Line,
  RiGitMergeLine,
  RiGitPullRequestLine,
  RiHammerLine,
  RiInformationLine,
  RiLoader4Line,
  RiQuestionLine,
  RiRefreshLine,
  RiSkipForwardLine,
  RiStackLine,
  RiThumbDownLine,
  RiThumbUpLine,
  RiTimerLine,
  RiUserFollowLine,
} from '@remixicon/react';
import type {
  PlacementReason,
  ProvisionedNamespace,
  RequestFile,
  RequestOutcome,
  RequestState,
  RequestStep,
  VerdictReason,
} from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { QuotaState } from '../lib/quotaText';
import type { StateLook } from './types';

/** How far a request is; along its line, then how else it ends. */
export const requestStates: {
  [S in RequestState]: StateLook<`requestState.${S}`>;
} = {
  draft: { word: 'requestState.draft', icon: RiDraftLine, tone: 'neutral' },
  pendingApproval: {
    word: 'requestState.pendingApproval',
    icon: RiUserFollowLine,
    tone: 'warning',
  },
  proposed: {
    word: 'requestState.proposed',
    icon: RiGitPullRequestLine,
    tone: 'info',
  },
  merged: { word: 'requestState.merged', icon: RiGitMergeLine, tone: 'info' },
  synced: { word: 'requestState.synced', icon: RiRefreshLine, tone: 'info' },
  provisioning: {
    word: 'requestState.provisioning',
    icon: RiHammerLine,
    tone: 'info',
  },
  registered: {
    word: 'requestState.registered',
    icon: RiStackLine,
    tone: 'info',
  },
  ready: {
    word: 'requestState.ready',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  failed: {
    word: 'requestState.failed',
    icon: RiErrorWarningLine,
    tone: 'danger',
  },
  rejected: {
    word: 'requestState.rejected',
    icon: RiCloseCircleLine,
    tone: 'neutral',
  },
  cancelled: {
    word: 'requestState.cancelled',
    icon: RiForbid2Line,
    tone: 'neutral',
  },
  expired: {
    word: 'requestState.expired',
    icon: RiTimerLine,
    tone: 'neutral',
  },
};

/** How far one step of its line is. */
export const requestStepStates: {
  [S in RequestStep['status']]: StateLook<`requestStep.${S}`>;
} = {
  done: {
    word: 'requestStep.done',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  now: { word: 'requestStep.now', icon: RiLoader4Line, tone: 'info' },
  ahead: {
    word: 'requestStep.ahead',
    icon: RiCheckboxBlankCircleLine,
    tone: 'neutral',
  },
  skipped: {
    word: 'requestStep.skipped',
    icon: RiSkipForwardLine,
    tone: 'neutral',
  },
  stopped: {
    word: 'requestStep.stopped',
    icon: RiCloseCircleLine,
    tone: 'danger',
  },
};

/** Whether somebody may have what they ask for. */
export const requestOutcomes: {
  [S in RequestOutcome]: StateLook<`requestOutcome.${S}`>;
} = {
  allow: {
    word: 'requestOutcome.allow',
    icon: RiCheckDoubleLine,
    tone: 'success',
  },
  needsApproval: {
    word: 'requestOutcome.needsApproval',
    icon: RiUserFollowLine,
    tone: 'warning',
  },
  deny: { word: 'requestOutcome.deny', icon: RiForbid2Line, tone: 'danger' },
};

/** What one reason alone leads to. */
export const verdictReasons: {
  [S in VerdictReason['outcome']]: StateLook<`verdictReason.${S}`>;
} = {
  deny: { word: 'verdictReason.deny', icon: RiForbid2Line, tone: 'danger' },
  needsApproval: {
    word: 'verdictReason.needsApproval',
    icon: RiUserFollowLine,
    tone: 'warning',
  },
  note: {
    word: 'verdictReason.note',
    icon: RiInformationLine,
    tone: 'neutral',
  },
};

/** How much of a quota is taken. */
export const quotaStates: { [S in QuotaState]: StateLook<`quotaState.${S}`> } =
  {
    within: {
      word: 'quotaState.within',
      icon: RiCheckboxCircleLine,
      tone: 'neutral',
    },
    nearly: {
      word: 'quotaState.nearly',
      icon: RiAlarmWarningLine,
      tone: 'warning',
    },
    over: { word: 'quotaState.over', icon: RiErrorWarningLine, tone: 'danger' },
    unlimited: {
      word: 'quotaState.unlimited',
      icon: RiCheckboxBlankCircleLine,
      tone: 'neutral',
    },
  };

/** What speaks for a cluster, and what against it. */
export const placementWeights: {
  [S in PlacementReason['weight']]: StateLook<`placementWeight.${S}`>;
} = {
  for: { word: 'placementWeight.for', icon: RiThumbUpLine, tone: 'success' },
  against: {
    word: 'placementWeight.against',
    icon: RiThumbDownLine,
    tone: 'warning',
  },
  unknown: {
    word: 'placementWeight.unknown',
    icon: RiQuestionLine,
    tone: 'neutral',
  },
  deny: { word: 'placementWeight.deny', icon: RiForbid2Line, tone: 'danger' },
};

/** What becomes of a file. */
export const fileChanges: {
  [S in RequestFile['change']]: StateLook<`fileChange.${S}`>;
} = {
  create: { word: 'fileChange.create', icon: RiAddCircleLine, tone: 'success' },
  change: { word: 'fileChange.change', icon: RiEditLine, tone: 'info' },
  remove: { word: 'fileChange.remove', icon: RiDeleteBinLine, tone: 'danger' },
};

/** Whether a namespace was seen on its cluster. */
export const namespaceStates: {
  [S in
    | ProvisionedNamespace['state']
    | 'deleting']: StateLook<`namespaceState.${S}`>;
} = {
  present: {
    word: 'namespaceState.present',
    icon: RiCheckboxCircleLine,
    tone: 'success',
  },
  absent: {
    word: 'namespaceState.absent',
    icon: RiErrorWarningLine,
    tone: 'warning',
  },
  unknown: {
    word: 'namespaceState.unknown',
    icon: RiQuestionLine,
    tone: 'neutral',
  },
  deleting: {
    word: 'namespaceState.deleting',
    icon: RiDeleteBinLine,
    tone: 'warning',
  },
};
