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
import { alertApiRef, useApi } from '@backstage/core-plugin-api';

/** Does something that somebody asked for, and tells how it went. */
export interface RolloutAction {
  pending: boolean;
  error?: Error;
  /**
   * @param act - what is done
   * @param told - what the reader is told once it is done
   */
  run<T>(act: () => Promise<T>, told: string): Promise<T | undefined>;
  forget(): void;
}

export function useRolloutAction(): RolloutAction {
  const alertApi = useApi(alertApiRef);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  const run = useCallback(
    async <T>(act: () => Promise<T>, told: string) => {
      setPending(true);
      setError(undefined);
      try {
        const result = await act();
        alertApi.post({
          message: told,
          severity: 'success',
          display: 'transient',
        });
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
    [alertApi],
  );
  const forget = useCallback(() => setError(undefined), []);
  return { pending, error, run, forget };
}
