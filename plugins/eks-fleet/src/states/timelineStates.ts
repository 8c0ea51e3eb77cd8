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
  RiApps2Line,
  RiArrowUpCircleLine,
  RiHeartPulseLine,
  RiLoopLeftLine,
  RiPuzzle2Line,
  RiRoadMapLine,
  RiServerLine,
  RiShieldCheckLine,
  RiStackLine,
} from '@remixicon/react';
import type { TimelineEvent } from '@eks-fleet/backstage-plugin-eks-fleet-common';
import type { StateLook, Tone } from './types';

/** What an event is about, as word and icon. */
export const timelineKinds: {
  [K in TimelineEvent['kind']]: Omit<StateLook<`timelineKind.${K}`>, 'tone'>;
} = {
  version: { word: 'timelineKind.version', icon: RiArrowUpCircleLine },
  platform: { word: 'timelineKind.platform', icon: RiStackLine },
  nodegroup: { word: 'timelineKind.nodegroup', icon: RiServerLine },
  addon: { word: 'timelineKind.addon', icon: RiPuzzle2Line },
  capability: { word: 'timelineKind.capability', icon: RiApps2Line },
  update: { word: 'timelineKind.update', icon: RiLoopLeftLine },
  readiness: { word: 'timelineKind.readiness', icon: RiRoadMapLine },
  waiver: { word: 'timelineKind.waiver', icon: RiShieldCheckLine },
  health: { word: 'timelineKind.health', icon: RiHeartPulseLine },
  created: { word: 'timelineKind.created', icon: RiAddCircleLine },
};

/** How good or bad an event is, as word and tone. */
export const timelineTones: {
  [T in TimelineEvent['tone']]: { word: `timelineTone.${T}`; tone: Tone };
} = {
  neutral: { word: 'timelineTone.neutral', tone: 'neutral' },
  good: { word: 'timelineTone.good', tone: 'success' },
  warning: { word: 'timelineTone.warning', tone: 'warning' },
  bad: { word: 'timelineTone.bad', tone: 'danger' },
};
