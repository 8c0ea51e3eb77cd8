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

import type { Translate } from '../translation';

/** A target of readiness as the picker words it. */
export function targetText(target: string, t: Translate): string {
  switch (target) {
    case 'next':
      return t('readiness.targetNext');
    case 'supported':
      return t('readiness.targetSupported');
    default:
      return t('readiness.targetVersion', { version: target });
  }
}

/** The same within a sentence. */
export function targetInSentence(target: string, t: Translate): string {
  switch (target) {
    case 'next':
      return t('message.targetNext');
    case 'supported':
      return t('message.targetSupported');
    default:
      return t('message.targetVersion', { version: target });
  }
}
