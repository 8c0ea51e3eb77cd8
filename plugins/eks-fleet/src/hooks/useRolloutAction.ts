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

import { useCallback, useState } from 'react';
import { alertApiRef, useApi, useApiHolder } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';

/** Does something that somebody asked for, and tells how it went. */
export interface RolloutAction {
  pending: boolean;
  error?: Error;
  /**
   * @param act - what is done
   * @param told - what the reader is told once it is done; left out where it
   * is seen anyway
   */
  run<T>(
    act: () => Promise<T>,
    told?: string | ((result: T) => Told),
  ): Promise<T | undefined>;
  forget(): void;
}

/** What the reader is told, with where to go on. */
export interface Told {
  message: string;
  link: { label: string; href: string };
}

const LINK_SHOWN_MS = 15_000;

export function useRolloutAction(): RolloutAction {
  const alertApi = useApi(alertApiRef);
  const apis = useApiHolder();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const run = useCallback(
    async <T>(act: () => Promise<T>, told?: string | ((result: T) => Told)) => {
      setPending(true);
      setError(undefined);
      try {
        const result = await act();
        const words = typeof told === 'function' ? told(result) : told;
        const toasts = apis.get(toastApiRef);
        if (typeof words === 'object' && toasts) {
          toasts.post({
            title: words.message,
            status: 'success',
            links: [words.link],
            timeout: LINK_SHOWN_MS,
          });
        } else if (words) {
          alertApi.post({
            message: typeof words === 'object' ? words.message : words,
            severity: 'success',
            display: 'transient',
          });
        }
        return result;
      } catch (failure) {
        setError(
          failure instanceof Error ? failure : new Error(String(failure)),
        );
        return undefined;
      } finally {
        setPending(false);
      }
    },
    [alertApi, apis],
  );
  const forget = useCallback(() => setError(undefined), []);
  return { pending, error, run, forget };
}
