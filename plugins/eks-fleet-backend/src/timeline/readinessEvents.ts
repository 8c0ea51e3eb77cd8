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

import type {
  ReadinessChange,
  WaiverChange,
} from '../readiness/ReadinessListener';
import type { NewEvent } from './types';

const SOURCE = 'Readiness';

/** A verdict on the next minor version that became another one. */
export function verdictEvents(change: ReadinessChange): NewEvent[] {
  const { after, at, before, isNext, newBlockers, target } = change;
  if (!isNext || before === undefined || before === after) {
    return [];
  }
  return [
    {
      key: `verdict/${target}/${before}/${after}/${at}`,
      at,
      kind: 'readiness',
      tone: after === 'ready' ? 'good' : 'warning',
      title: `${capitalized(after)} for ${target}, was ${before}`,
      detail: newBlockers.map(({ message }) => message).join(' '),
      source: SOURCE,
    },
  ];
}

export function waiverEvents(change: WaiverChange): NewEvent[] {
  const { at, by, waiver, what } = change;
  return [
    {
      key: `waiver/${waiver.id}/${what}`,
      at,
      kind: 'waiver',
      tone: what === 'granted' ? 'warning' : 'neutral',
      title:
        what === 'granted'
          ? `Waived until ${waiver.until.slice(0, 10)}: ${waiver.findingKey}`
          : `Waiver ${what}: ${waiver.findingKey}`,
      detail: what === 'granted' ? waiver.reason : undefined,
      source: by ?? SOURCE,
      reference: waiver.id,
    },
  ];
}

function capitalized(word: string): string {
  return word.charAt(0).toLocaleUpperCase('en-US') + word.slice(1);
}
