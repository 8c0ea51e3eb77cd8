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

import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatAlertView,
  parseAlertView,
  type AlertView,
} from '../lib/alertView';

/** The view of the Alerts page, which lives in the URL. */
export function useAlertView(): [
  AlertView,
  (change: Partial<AlertView>) => void,
] {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseAlertView(params), [params]);
  const change = useCallback(
    (part: Partial<AlertView>) => {
      setParams(
        previous => formatAlertView({ ...parseAlertView(previous), ...part }),
        { replace: true },
      );
    },
    [setParams],
  );
  return [view, change];
}
