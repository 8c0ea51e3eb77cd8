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

import { useEffect, useRef } from 'react';
import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** Many things change at once; they are read once. */
const GATHER_MS = 500;

/**
 * Calls back when something changed, where the portal has signals.
 *
 * @param key - of the id in messages of the channel
 * @param id - of the only one that is of interest; all where left out
 * @returns whether the portal has signals
 */
export function useChangeSignal(
  channel: string,
  key: string,
  onChanged: () => void,
  id?: string,
): boolean {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(onChanged);
  useEffect(() => {
    latest.current = onChanged;
  }, [onChanged]);

  useEffect(() => {
    if (!signals) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscription = signals.subscribe(channel, message => {
      const about = message?.[key];
      if ((id && about && about !== id) || timer) {
        return;
      }
      timer = setTimeout(() => {
        timer = undefined;
        latest.current();
      }, GATHER_MS);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals, channel, key, id]);

  return signals !== undefined;
}
