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

/**
 * Words each text with the same values once. Only for as long as a page is
 * drawn: nothing is ever forgotten.
 */
export function rememberTexts(translate: Translate): Translate {
  const known = new Map<string, string>();
  const word = translate as (key: string, values?: object) => string;
  return ((key: string, values?: Record<string, string | number>) => {
    const asked = values ? `${key} ${JSON.stringify(values)}` : key;
    let text = known.get(asked);
    if (text === undefined) {
      text = word(key, values);
      known.set(asked, text);
    }
    return text;
  }) as unknown as Translate;
}
