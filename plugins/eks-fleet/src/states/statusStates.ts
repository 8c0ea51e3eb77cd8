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
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiDeleteBinLine,
  RiHourglassLine,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { StateLook } from './types';

type StatusLook = Omit<StateLook, 'word'>;

const statusLooks: Record<string, StatusLook> = {
  ACTIVE: { icon: RiCheckboxCircleLine, tone: 'success' },
  CREATING: { icon: RiLoader4Line, tone: 'info' },
  UPDATING: { icon: RiLoader4Line, tone: 'info' },
  PENDING: { icon: RiHourglassLine, tone: 'info' },
  DELETING: { icon: RiDeleteBinLine, tone: 'warning' },
  FAILED: { icon: RiCloseCircleLine, tone: 'danger' },
};

/**
 * How a cluster's status looks. The word is the one that EKS says, so that it
 * is the same here, in the console and in the CLI.
 */
export function statusLook(status: string | undefined): StatusLook {
  return status !== undefined && Object.hasOwn(statusLooks, status)
    ? statusLooks[status]
    : { icon: RiQuestionLine, tone: 'neutral' };
}
